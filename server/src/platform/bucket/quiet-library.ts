/**
 * Keeps the library of S3 stores from putting a text of its own, on later versions of Node.js, between the lines of the log.
 * It can be told so by its variable alone; whoever sets that otherwise is obeyed. Called before the library is loaded.
 */
export function quietLibrary(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}

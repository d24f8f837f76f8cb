/** Signs in through the demo and gives the cookie. */
export async function signIn(url) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { signInToDemo(role: survey_lead) { signedIn } }' }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`the demo sign-in gave no cookie: ${await answer.text()}`);
  return cookie;
}

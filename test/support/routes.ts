import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';

import type { TestServer } from './start-server.js';

const parts = (value: unknown): string => String(value).replace(/^\/|\/$/g, '');

/** Every address that the product's controllers declare for reading, with its places still open: `/rounds/:round`. */
export function readingRoutes(server: TestServer): string[] {
  return [...server.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      const controller = metatype as { readonly prototype: object };
      const base = parts(Reflect.getMetadata(PATH_METADATA, controller));
      return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
        const handler: unknown = Reflect.get(controller.prototype, name);
        if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
        if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
        const path = [base, parts(Reflect.getMetadata(PATH_METADATA, handler))].filter((part) => part !== '');
        return path.join('/') === '*' ? [] : [`/${path.join('/')}`];
      });
    });
}

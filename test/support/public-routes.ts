import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';

import { ALLOW } from '../../server/src/access/allow.decorator.js';
import type { TestServer } from './start-server.js';

const parts = (value: unknown): string => String(value).replace(/^\/|\/$/g, '');

/** Every address that anybody may read, as the product's controllers declare it; those they inherit included. */
export function publicRoutes(server: TestServer): string[] {
  return [...server.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      const controller = metatype as { readonly prototype: object };
      const base = parts(Reflect.getMetadata(PATH_METADATA, controller));
      return methodsOf(controller.prototype).flatMap((handler) => {
        const allowed = Reflect.getMetadata(ALLOW, handler) as readonly string[] | undefined;
        if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
        if (!allowed?.includes('Public')) return [];
        return [`/${[base, parts(Reflect.getMetadata(PATH_METADATA, handler))].filter(Boolean).join('/')}`];
      });
    });
}

function methodsOf(prototype: object): object[] {
  const methods: object[] = [];
  for (
    let at: object | null = prototype;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (
        typeof value === 'function' &&
        name !== 'constructor' &&
        Reflect.hasMetadata(METHOD_METADATA, value)
      )
        methods.push(value as object);
  return methods;
}

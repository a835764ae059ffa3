#!/usr/bin/env node
// `npx summit-map`: the command line, the same program as the native one.
import { readFileSync, writeFileSync } from 'node:fs';
import { command } from './node.js';

const { code, output, errors } = command(process.argv.slice(2), { read: (path) => readFileSync(path), write: writeFileSync });
process.stdout.on('error', () => {}); // who reads it may have had enough
process.stdout.write(output);
process.stderr.write(errors);
process.exitCode = code;

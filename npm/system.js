// A system for the command line, which is wasm of WASI preview 1: arguments, files and output, by functions that are
// handed in. Node's own (node:wasi) warns at every start, reaches no "..", and has no files but those of the disk.
// Source: https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md

const OK = 0, BAD_FILE = 8, FAILED = 29, NO_FILE = 44, NOT_THERE = 52;
const ERRORS = { EACCES: 2, EISDIR: 31, ENOENT: NO_FILE, ENOTDIR: 54, EPERM: 63, EROFS: 69 };
const ROOT = 3; // the descriptor of the folder that all paths are relative to
const HERE = '.here'; // where the command is called, whatever folder that is: what is in it is told by its path from there
const CREATE = 1, TRUNCATE = 8; // flags with which a file is opened
const DEVICE = 2, FOLDER = 3, FILE = 4; // types of files

class Exit { constructor(code) { this.code = code; } }

/**
 * Runs a command to its end; returns its exit code. `read` gives the bytes of a file or throws as node:fs does, `write`
 * takes them, `out` and `err` take what is printed.
 */
export function run(module, args, system) {
  let memory;
  const calls = systemCalls(() => memory.buffer, args, system), wasi = {};
  for (const { name } of WebAssembly.Module.imports(module)) wasi[name] = calls[name] ?? (() => NOT_THERE);
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi });
  memory = instance.exports.memory;
  try { instance.exports._start(); } catch (error) {
    if (error instanceof Exit) return error.code;
    throw error;
  }
  return 0;
}

function systemCalls(buffer, args, { read, write, out, err }) {
  const view = () => new DataView(buffer()), at = (from, length) => new Uint8Array(buffer(), from, length);
  const [words, variables] = [['summit-map', ...args], [`PWD=/${HERE}`]].map((list) => list.map((text) => new TextEncoder().encode(`${text}\0`)));
  const open = new Map(); // descriptors of files: path, bytes, place, whether they are written
  const number = (where, value) => (view().setUint32(where, value, true), OK);
  const parts = (list, count) => Array.from({ length: count }, (_, index) =>
    at(view().getUint32(list + index * 8, true), view().getUint32(list + index * 8 + 4, true)));
  const type = (fd) => (fd < ROOT ? DEVICE : open.get(fd) ? FILE : FOLDER);
  const isThere = (fd) => fd <= ROOT || open.has(fd);
  const sizes = (texts) => (count, size) => number(count, texts.length) || number(size, texts.reduce((sum, { length }) => sum + length, 0));
  const listed = (texts) => (list, place) => {
    for (const [index, text] of texts.entries()) number(list + index * 4, place), at(place, text.length).set(text), place += text.length;
    return OK;
  };
  return {
    args_sizes_get: sizes(words),
    args_get: listed(words),
    environ_sizes_get: sizes(variables),
    environ_get: listed(variables),
    random_get: (place, length) => (crypto.getRandomValues(at(place, length)), OK),
    clock_time_get: (_clock, _precision, place) => (view().setBigUint64(place, BigInt(Date.now()) * 1_000_000n, true), OK),
    proc_exit(code) { throw new Exit(code); },
    fd_prestat_get: (fd, place) => (fd === ROOT ? number(place, 0) || number(place + 4, 1) : BAD_FILE),
    fd_prestat_dir_name: (_fd, place) => (at(place, 1).set([47]), OK),
    fd_fdstat_get(fd, place) {
      if (!isThere(fd)) return BAD_FILE;
      at(place, 24).fill(0)[0] = type(fd);
      view().setBigUint64(place + 8, ~0n, true), view().setBigUint64(place + 16, ~0n, true); // all rights
      return OK;
    },
    fd_filestat_get(fd, place) {
      if (!isThere(fd)) return BAD_FILE;
      at(place, 64).fill(0)[16] = type(fd);
      view().setBigUint64(place + 32, BigInt(open.get(fd)?.bytes.length ?? 0), true);
      return OK;
    },
    path_filestat_get(_folder, _follow, name, length, place) { // asked of the folder alone, before it is gone into
      at(place, 64).fill(0)[16] = FOLDER;
      return new TextDecoder().decode(at(name, length)) === HERE ? OK : NO_FILE;
    },
    path_open(_folder, _follow, name, length, flags, _rights, _inherited, _how, place) {
      const named = new TextDecoder().decode(at(name, length)), fd = Math.max(ROOT, ...open.keys()) + 1;
      const path = named.startsWith(`${HERE}/`) ? named.slice(HERE.length + 1) : `/${named}`;
      try {
        const bytes = flags & TRUNCATE ? new Uint8Array() : read(path);
        open.set(fd, { path, bytes, at: 0, isWritten: !!(flags & (CREATE | TRUNCATE)) });
      } catch (error) { return ERRORS[error.code] ?? FAILED; }
      return number(place, fd);
    },
    fd_read(fd, list, count, place) {
      const file = open.get(fd);
      if (!file) return fd === 0 ? number(place, 0) : BAD_FILE;
      let got = 0;
      for (const part of parts(list, count)) {
        const piece = file.bytes.subarray(file.at, file.at + part.length);
        part.set(piece), file.at += piece.length, got += piece.length;
      }
      return number(place, got);
    },
    fd_write(fd, list, count, place) {
      const file = open.get(fd), said = { 1: out, 2: err }[fd];
      if (!file && !said) return BAD_FILE;
      let put = 0;
      for (const part of parts(list, count)) {
        const piece = part.slice();
        if (said) said(piece);
        else file.bytes = joined([file.bytes, piece]);
        put += piece.length;
      }
      return number(place, put);
    },
    fd_seek: () => NOT_THERE,
    fd_close(fd) {
      const file = open.get(fd);
      open.delete(fd);
      try { if (file?.isWritten) write(file.path, file.bytes); } catch (error) { return ERRORS[error.code] ?? FAILED; }
      return OK;
    },
  };
}

/** Several pieces as one. */
export function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) all.set(piece, place), place += piece.length;
  return all;
}

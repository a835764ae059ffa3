//! A static file server for one site, with the headers of the strictest page we support.

use anyhow::Result;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

/// No inline script or style, no other host, no text where markup could be.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; require-trusted-types-for 'script'";
/// Folders, each under a prefix of the path; the first that fits serves.
pub(crate) type Mounts = Vec<(&'static str, PathBuf)>;

/// Serves in the background, a thread for each connection and a connection for each request: a
/// pool of threads can be held up by connections that a browser keeps open. Returns the address.
pub(crate) fn start(mounts: Mounts, port: u16) -> Result<String> {
    serve(mounts, port, &format!("content-security-policy: {POLICY}\r\n"))
}

/// Serves for pages of any other origin, at a free port.
pub(crate) fn start_open(mounts: Mounts) -> Result<String> {
    serve(mounts, 0, "access-control-allow-origin: *\r\n")
}

fn serve(mounts: Mounts, port: u16, headers: &str) -> Result<String> {
    let headers: Arc<str> = headers.into();
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    let address = listener.local_addr()?;
    let mounts = Arc::new(mounts);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (mounts, headers) = (Arc::clone(&mounts), Arc::clone(&headers));
            // A browser that has gone away is no fault of the server.
            thread::spawn(move || answer(&stream, &mounts, &headers).ok());
        }
    });
    Ok(format!("http://localhost:{}/", address.port()))
}

fn answer(mut stream: &TcpStream, mounts: &Mounts, headers: &str) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let found = file(path, mounts).and_then(|path| Some((media_type(&path), fs::read(path).ok()?)));
    let (status, media_type, body) = match found {
        Some((media_type, body)) => ("200 OK", media_type, body),
        None => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {media_type}\r\ncontent-length: {}\r\n\
         {headers}x-content-type-options: nosniff\r\n\
         cache-control: no-cache\r\nconnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

fn file(path: &str, mounts: &Mounts) -> Option<PathBuf> {
    let (folder, rest) =
        mounts.iter().find_map(|(prefix, folder)| Some((folder, path.strip_prefix(prefix)?)))?;
    let rest = Path::new(if rest.is_empty() { "index.html" } else { rest });
    let is_inside = rest.components().all(|part| matches!(part, Component::Normal(_)));
    is_inside.then(|| folder.join(rest)).filter(|path| path.is_file())
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("geojson") => "application/geo+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

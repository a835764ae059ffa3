//! A static file server for one site, with the headers of the strictest page we support.

use anyhow::{Result, anyhow};
use std::fs::File;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// No inline script or style, no other host, no text where markup could be.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; require-trusted-types-for 'script'";
/// Enough for a browser's connections to one host.
const THREADS: usize = 8;

/// Folders, each under a prefix of the path; the first that fits serves.
pub(crate) type Mounts = Vec<(&'static str, PathBuf)>;

/// Serves in the background; returns the address.
pub(crate) fn start(mounts: Mounts, port: u16) -> Result<String> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("{error}"))?;
    let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("no port"))?;
    let (server, mounts) = (Arc::new(server), Arc::new(mounts));
    for _ in 0..THREADS {
        let (server, mounts) = (Arc::clone(&server), Arc::clone(&mounts));
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // A browser that has gone away is no fault of the server.
                let _ = answer(request, &mounts);
            }
        });
    }
    Ok(format!("http://localhost:{}/", address.port()))
}

fn answer(request: Request, mounts: &Mounts) -> std::io::Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let is_read = matches!(request.method(), Method::Get | Method::Head);
    let found = file(&path, mounts).filter(|_| is_read);
    let Some((path, file)) = found.and_then(|path| Some((path.clone(), File::open(path).ok()?)))
    else {
        return request.respond(Response::from_string("not found\n").with_status_code(404));
    };
    let mut response = Response::from_file(file);
    let headers = [
        ("content-type", media_type(&path)),
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-cache"),
    ];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
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

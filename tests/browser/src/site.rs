//! A web server for tests: folders, with files replaced or broken at will.

use crate::Error;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What the server says to one request.
#[derive(Clone)]
pub struct Reply {
    status: StatusCode,
    kind: &'static str,
    body: Vec<u8>,
    /// Whether the body is compressed, with brotli.
    packed: bool,
}

impl Reply {
    /// A document of the media type `kind`.
    pub fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Reply {
        Reply {
            status: StatusCode::OK,
            kind,
            body: body.into(),
            packed: false,
        }
    }

    /// A file as a host sends it that has compressed its files beforehand.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn packed(file: &Path) -> Result<Reply, Error> {
        let body = std::fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
        Reply::new(media_type(file), body).pack()
    }

    /// The same, compressed.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn pack(self) -> Result<Reply, Error> {
        let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
        packer.write_all(&self.body)?;
        packer.flush()?;
        Ok(Reply {
            body: packer.into_inner(),
            packed: true,
            ..self
        })
    }

    /// A page.
    pub fn html(body: impl Into<Vec<u8>>) -> Reply {
        Reply::new("text/html; charset=utf-8", body)
    }

    /// A JSON document.
    pub fn json(body: impl Into<Vec<u8>>) -> Reply {
        Reply::new("application/json", body)
    }

    /// There is no such file.
    pub fn missing() -> Reply {
        Reply {
            status: StatusCode::NOT_FOUND,
            ..Reply::new("text/plain", "not found")
        }
    }
}

/// A folder as one test wants it served.
#[derive(Clone, Default)]
pub struct Tree {
    folder: PathBuf,
    replaced: HashMap<String, Reply>,
    headers: HeaderMap,
    recorded: bool,
}

/// Where pages find what records them: beside all trees.
const RECORDER: &str = "/recorder.js";

impl Tree {
    /// The files of `folder` with their right media types.
    pub fn of(folder: impl Into<PathBuf>) -> Tree {
        Tree {
            folder: folder.into(),
            ..Tree::default()
        }
    }

    /// The same with another answer for the file `path`.
    pub fn with(mut self, path: &str, reply: Reply) -> Tree {
        self.replaced.insert(path.to_owned(), reply);
        self
    }

    /// The same with the page `body` as `index.html`.
    pub fn with_page(self, body: &str) -> Tree {
        let head = "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">";
        self.with("index.html", Reply::html(format!("{head}{body}")))
    }

    /// The same with one more header on every answer.
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Tree {
        self.headers.insert(name, value);
        self
    }

    /// The same with a script at the head of every page that notes for
    /// [`Page::console`](crate::Page::console) what the engine does not hand out.
    pub fn recorded(mut self) -> Tree {
        self.recorded = true;
        self
    }

    fn reply(&self, path: &str) -> Reply {
        let reply = self.plain(path);
        if !self.recorded || !reply.kind.starts_with("text/html") {
            return reply;
        }
        let charset = "<meta charset=\"utf-8\">";
        let script = format!("{charset}<script src=\"{RECORDER}\"></script>");
        let page = String::from_utf8_lossy(&reply.body).replacen(charset, &script, 1);
        Reply {
            body: page.into_bytes(),
            ..reply
        }
    }

    fn plain(&self, path: &str) -> Reply {
        let path = if path.is_empty() { "index.html" } else { path };
        if let Some(reply) = self.replaced.get(path) {
            return reply.clone();
        }
        let relative = Path::new(path);
        let inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        match std::fs::read(self.folder.join(relative)) {
            Ok(body) if inside => Reply::new(media_type(relative), body),
            _ => Reply::missing(),
        }
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

type Trees = Arc<Mutex<Vec<Tree>>>;

/// The server. It runs until the process ends.
#[derive(Clone)]
pub struct Site {
    origin: String,
    trees: Trees,
}

impl Site {
    /// Starts on a free port of this machine.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start() -> Result<Site, Error> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let trees = Trees::default();
        let router = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&trees));
        tokio::spawn(async { axum::serve(listener, router).await });
        Ok(Site { origin, trees })
    }

    /// Serves `tree` at an address of its own, which ends in a slash.
    pub fn serve(&self, tree: Tree) -> String {
        let mut trees = self.trees.lock().unwrap_or_else(PoisonError::into_inner);
        trees.push(tree);
        format!("{}/{}/", self.origin, trees.len() - 1)
    }
}

/// What pages without a console of ours are recorded by.
fn recorder() -> Reply {
    let console = "for (const how of ['error', 'warn']) {
        const own = console[how];
        console[how] = (...all) => { __log.push(`${how}: ${all.join(' ')}`); own.apply(console, all); };
    }";
    let script = format!(
        "if (!window.__log) {{ {}{console} }}",
        crate::page::RECORDER
    );
    Reply::new("text/javascript; charset=utf-8", script)
}

async fn answer(State(trees): State<Trees>, uri: Uri) -> Response {
    if uri.path() == RECORDER {
        let reply = recorder();
        return ([(header::CONTENT_TYPE, reply.kind)], reply.body).into_response();
    }
    let found = uri
        .path()
        .trim_start_matches('/')
        .split_once('/')
        .and_then(|(index, path)| {
            let trees = trees.lock().unwrap_or_else(PoisonError::into_inner);
            let tree = trees.get(index.parse::<usize>().ok()?)?;
            Some((tree.reply(path), tree.headers.clone()))
        });
    let (reply, headers) = found.unwrap_or((Reply::missing(), HeaderMap::new()));
    let kind = [
        (header::CONTENT_TYPE, reply.kind),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let packed = reply.packed.then_some([
        (header::CONTENT_ENCODING, "br"),
        (header::VARY, "accept-encoding"),
    ]);
    (reply.status, kind, packed, headers, reply.body).into_response()
}

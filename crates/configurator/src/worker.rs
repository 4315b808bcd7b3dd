//! The worker that reads: fetched and started with the first text, asked one thing at a time.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// The script of the worker, beside the page.
const SCRIPT: &str = "reading.js";

struct Reader {
    worker: Worker,
    asked: u32,
    /// Who waits for which answer.
    waiting: HashMap<u32, Function>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

thread_local! {
    static READER: RefCell<Option<Reader>> = const { RefCell::new(None) };
}

/// What the worker answers to a question; both are JSON.
pub async fn ask(question: &str) -> Option<String> {
    let mut asked = false;
    let answer = Promise::new(&mut |done, _| asked = send(question, done).is_ok());
    if !asked {
        return None;
    }
    JsFuture::from(answer).await.ok()?.as_string()
}

fn send(question: &str, done: Function) -> Result<(), JsValue> {
    READER.with_borrow_mut(|reader| {
        let reader = match reader {
            Some(reader) => reader,
            None => reader.insert(started()?),
        };
        reader.asked += 1;
        let message = js_sys::Object::new();
        Reflect::set(&message, &"id".into(), &reader.asked.into())?;
        Reflect::set(&message, &"question".into(), &question.into())?;
        reader.worker.post_message(&message)?;
        reader.waiting.insert(reader.asked, done);
        Ok(())
    })
}

fn started() -> Result<Reader, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(SCRIPT, &options)?;
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let field = |name: &str| Reflect::get(&event.data(), &name.into()).unwrap_or_default();
        let id = field("id").as_f64().unwrap_or_default() as u32;
        let waiting = READER.with_borrow_mut(|reader| reader.as_mut()?.waiting.remove(&id));
        if let Some(done) = waiting {
            // Nobody is left who could be told of a failure.
            let _ = done.call1(&JsValue::NULL, &field("answer"));
        }
    });
    worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    Ok(Reader {
        worker,
        asked: 0,
        waiting: HashMap::new(),
        _listener: listener,
    })
}

//! What the module exports: JavaScript writes texts into the module's memory, has a task done and reads the text that it gives.
//!
//! `js/module.js` is the other side. Numbers alone pass between the two, so that the glue between them is next to nothing.

use core::cell::Cell;
use core::mem::ManuallyDrop;

use crate::engine;
use crate::schema::Method;
use crate::tables::tables;
use wasm_bindgen::prelude::*;

/// A text that is kept between two calls of the module. It is never dropped with its thread, which would weigh something.
struct Kept(Cell<ManuallyDrop<Vec<u8>>>);

impl Kept {
    const fn new() -> Self {
        Self(Cell::new(ManuallyDrop::new(Vec::new())))
    }

    /// Keeps a text and gives the one that was kept.
    fn replace(&self, text: Vec<u8>) -> Vec<u8> {
        ManuallyDrop::into_inner(self.0.replace(ManuallyDrop::new(text)))
    }
}

/// What was written for the next task, and what the last one gave.
struct Texts {
    subject: Kept,
    body: Kept,
    answer: Kept,
}

thread_local! {
    static TEXTS: Texts = const { Texts { subject: Kept::new(), body: Kept::new(), answer: Kept::new() } };
}

/// Makes the rows, which stay for good.
#[wasm_bindgen(start)]
pub fn start() {
    tables();
    crate::ALLOCATOR.keep();
}

/// Room for what a task is about: a name, or the numbers of a batch's commands. Forgets the last task.
#[wasm_bindgen(skip_typescript)]
#[allow(unsafe_code, reason = "memory is used again")]
pub fn subject(length: usize) -> usize {
    with(|texts| {
        for text in [&texts.subject, &texts.body, &texts.answer] {
            text.replace(Vec::new());
        }
        // SAFETY: the rows are kept, and no other text is left.
        unsafe { crate::ALLOCATOR.start_anew() };
        room(&texts.subject, length)
    })
}

/// Room for the text of a task.
#[wasm_bindgen(skip_typescript)]
pub fn body(length: usize) -> usize {
    with(|texts| room(&texts.body, length))
}

/// Does a task with the texts that were written. Gives the length of what comes of it.
#[wasm_bindgen(skip_typescript)]
pub fn run(task: u8, row: usize, status: u16) -> usize {
    with(|texts| {
        let subject = texts.subject.replace(Vec::new());
        let body = texts.body.replace(Vec::new());
        let answer = perform(task, method(row), status, &subject, &body);
        let length = answer.len();
        texts.answer.replace(answer);
        length
    })
}

/// Where that stands.
#[wasm_bindgen(skip_typescript)]
pub fn answer() -> usize {
    with(|texts| {
        let answer = texts.answer.replace(Vec::new());
        let place = answer.as_ptr().expose_provenance();
        texts.answer.replace(answer);
        place
    })
}

fn with(work: impl FnOnce(&Texts) -> usize) -> usize {
    // `with` would bring the words of a panic along for a thread that ends.
    TEXTS.try_with(work).unwrap_or_default()
}

fn room(kept: &Kept, length: usize) -> usize {
    let text = vec![0; length];
    let place = text.as_ptr().expose_provenance();
    kept.replace(text);
    place
}

fn perform(task: u8, row: Option<&Method>, status: u16, subject: &[u8], body: &[u8]) -> Vec<u8> {
    match task {
        0 => engine::names(),
        1 => row.map(engine::facts).unwrap_or_default(),
        2 => row.map(|row| engine::encode(row, body)).unwrap_or_default(),
        3 => engine::answer(row, body),
        4 => {
            let commands: Vec<_> = subject
                .as_chunks()
                .0
                .iter()
                .map(|bytes| command(*bytes))
                .collect();
            engine::answers(&commands, body)
        }
        5 => engine::classify(status, subject, body),
        _ => engine::event_data(subject, body),
    }
}

/// A command's number is twice its row's, and one more where its result stays raw.
fn command(bytes: [u8; 4]) -> (Option<&'static Method>, bool) {
    let number = i32::from_le_bytes(bytes);
    let row = usize::try_from(number >> 1).ok();
    (row.and_then(method), number & 1 == 1)
}

fn method(row: usize) -> Option<&'static Method> {
    tables().methods.get(row)
}

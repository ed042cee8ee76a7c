//! Words out of fixed lists: effects, contexts, kinds of errors.

use std::fmt;

use serde::Serialize;

/// A word out of a fixed list, as the spec writes it.
pub trait Word: Copy + 'static {
    /// What the words are, for messages.
    const WHAT: &'static str;
    /// The words with their meanings.
    const WORDS: &'static [(&'static str, Self)];
}

/// What sending a call twice would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// Changes nothing.
    Read,
    /// Sets a state: twice is as once.
    Write,
    /// Makes something new each time.
    Create,
    /// Removes: twice is as once.
    Delete,
}

impl Word for Effect {
    const WHAT: &'static str = "effect";
    const WORDS: &'static [(&'static str, Self)] = &[
        ("read", Self::Read),
        ("write", Self::Write),
        ("create", Self::Create),
        ("delete", Self::Delete),
    ];
}

/// Who may call a method that not everybody may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Context {
    /// Only applications, not webhooks.
    Application,
}

impl Word for Context {
    const WHAT: &'static str = "context";
    const WORDS: &'static [(&'static str, Self)] = &[("application", Self::Application)];
}

/// The `kind` of an error a caller sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ErrorKind {
    /// The call itself is wrong.
    Validation,
    /// The caller is not known, or no longer.
    Auth,
    /// The caller may not do it.
    Permission,
    /// What it is about does not exist.
    NotFound,
    /// Too much, too fast.
    Limit,
    /// The portal was not reached.
    Network,
    /// It took too long.
    Timeout,
    /// The caller gave up.
    Aborted,
    /// The answer makes no sense.
    Protocol,
    /// The portal failed.
    Server,
}

impl Word for ErrorKind {
    const WHAT: &'static str = "kind of error";
    const WORDS: &'static [(&'static str, Self)] = &[
        ("validation", Self::Validation),
        ("auth", Self::Auth),
        ("permission", Self::Permission),
        ("notFound", Self::NotFound),
        ("limit", Self::Limit),
        ("network", Self::Network),
        ("timeout", Self::Timeout),
        ("aborted", Self::Aborted),
        ("protocol", Self::Protocol),
        ("server", Self::Server),
    ];
}

/// The spec's word for a value of a fixed list.
pub fn word<W: Word + PartialEq>(value: W) -> &'static str {
    W::WORDS
        .iter()
        .find(|(_, meaning)| *meaning == value)
        .map_or("", |(word, _)| word)
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(*self))
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(*self))
    }
}

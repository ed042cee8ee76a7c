//! A JavaScript value becomes JSON text, at once; what JSON cannot say is a problem and not a silent null.

use js_sys::{Array, Date, Function, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::base64;
use crate::error::Failure;
use crate::json::Problem;
use crate::transport::body::quote;
use crate::transport::host::tag;

/// Levels of nesting; the portal's own limit is not far above, and the module's stack is not endless.
const DEPTH: usize = 100;

/// Parameters as text, but for the files, which are read later.
pub struct Snapshot {
    text: String,
    files: Vec<Attachment>,
}

/// A file and the place in the text where its description belongs.
struct Attachment {
    at: usize,
    path: String,
    blob: Blob,
}

impl Snapshot {
    /// Takes a call's parameters; left out, they are an empty object.
    pub fn of_params(params: &JsValue, problems: &mut Vec<Problem>) -> Self {
        if params.is_undefined() || params.is_null() {
            return Self { text: "{}".into(), files: Vec::new() };
        }
        let mut walk = Walk::new("params", problems);
        if !params.is_object() || Array::is_array(params) {
            walk.problem("is not an object");
        }
        walk.value(params);
        Self { text: walk.text, files: walk.files }
    }

    /// A message's parameters, which cannot hold files.
    pub fn of_message(params: &JsValue, problems: &mut Vec<Problem>) -> String {
        let mut walk = Walk::new("params", problems);
        walk.value(params);
        if let Some(file) = walk.files.first() {
            let message = "is a file, which a message cannot hold".into();
            walk.problems.push(Problem { path: file.path.clone(), message });
        }
        walk.text
    }

    /// The whole text, the files read and put in as the portal takes them.
    pub async fn text(self) -> Result<String, Failure> {
        let mut text = String::new();
        let mut from = 0;
        for file in &self.files {
            text.push_str(self.text.get(from..file.at).unwrap_or_default());
            from = file.at;
            file.write(&mut text).await?;
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        Ok(text)
    }
}

impl Attachment {
    /// Appends `{"fileData":[name, base64]}`.
    async fn write(&self, out: &mut String) -> Result<(), Failure> {
        let unreadable = |_| {
            let message = "is a file that cannot be read".into();
            Failure::Validation(vec![Problem { path: self.path.clone(), message }])
        };
        let buffer = JsFuture::from(self.blob.array_buffer()).await.map_err(unreadable)?;
        let name = Reflect::get(&self.blob, &"name".into()).unwrap_or_default().as_string();
        out.push_str("{\"fileData\":[");
        quote(name.as_deref().unwrap_or("file"), out);
        out.push_str(",\"");
        base64::encode(&Uint8Array::new(&buffer).to_vec(), out);
        out.push_str("\"]}");
        Ok(())
    }
}

/// A walk through a value, with what was written so far.
struct Walk<'p> {
    text: String,
    files: Vec<Attachment>,
    path: String,
    ancestors: Vec<JsValue>,
    problems: &'p mut Vec<Problem>,
}

impl<'p> Walk<'p> {
    fn new(path: &str, problems: &'p mut Vec<Problem>) -> Self {
        Self { text: String::new(), files: Vec::new(), path: path.into(), ancestors: Vec::new(), problems }
    }

    /// Notes what is wrong here and writes a null in its place.
    fn problem(&mut self, message: &str) {
        self.problems.push(Problem { path: self.path.clone(), message: message.into() });
    }

    fn refuse(&mut self, message: &str) {
        self.problem(message);
        self.text.push_str("null");
    }

    fn value(&mut self, value: &JsValue) {
        if value.is_object() {
            return self.object(value);
        }
        match unsayable(value) {
            Some(message) => self.refuse(message),
            None => self.push_scalar(value),
        }
    }

    /// The engine knows best how to write numbers and strings.
    fn push_scalar(&mut self, value: &JsValue) {
        match JSON::stringify(value) {
            Ok(text) => self.text.push_str(&String::from(text)),
            Err(_) => self.refuse("cannot be written as JSON"),
        }
    }

    fn object(&mut self, value: &JsValue) {
        if self.ancestors.contains(value) {
            return self.refuse("is a cycle: the value holds itself");
        }
        if self.ancestors.len() >= DEPTH {
            return self.refuse("is nested deeper than 100 levels");
        }
        let tag = tag(value);
        match tag.as_str() {
            "[object Date]" => self.date(value.unchecked_ref()),
            "[object File]" | "[object Blob]" => self.file(value.unchecked_ref()),
            _ => {
                self.ancestors.push(value.clone());
                self.structure(value, &tag);
                self.ancestors.pop();
            }
        }
    }

    fn date(&mut self, date: &Date) {
        if date.get_time().is_nan() {
            return self.refuse("is an invalid Date");
        }
        quote(&String::from(date.to_iso_string()), &mut self.text);
    }

    fn file(&mut self, blob: &Blob) {
        self.files.push(Attachment { at: self.text.len(), path: self.path.clone(), blob: blob.clone() });
    }

    /// An object that speaks for itself, a list, or an object by its members.
    fn structure(&mut self, value: &JsValue, tag: &str) {
        let to_json = Reflect::get(value, &"toJSON".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
        if let Some(to_json) = to_json {
            return match to_json.call0(value) {
                Ok(said) => self.value(&said),
                Err(_) => self.refuse("has a toJSON that fails"),
            };
        }
        match tag {
            "[object Array]" => self.list(value.unchecked_ref()),
            "[object Object]" => self.members(value.unchecked_ref()),
            other => {
                let name = other.strip_prefix("[object ").and_then(|it| it.strip_suffix(']')).unwrap_or(other);
                self.refuse(&["is a ", name, ", which JSON cannot hold"].concat());
            }
        }
    }

    fn list(&mut self, list: &Array) {
        self.text.push('[');
        for place in 0..list.length() {
            if place > 0 {
                self.text.push(',');
            }
            let item = list.get(place);
            self.at(&["[", &place.to_string(), "]"], |walk| walk.value(&item));
        }
        self.text.push(']');
    }

    /// Members that are undefined count as left out.
    fn members(&mut self, object: &Object) {
        self.text.push('{');
        let mut first = true;
        for name in Object::keys(object).iter() {
            let member = Reflect::get(object, &name);
            if member.as_ref().is_ok_and(JsValue::is_undefined) {
                continue;
            }
            if !first {
                self.text.push(',');
            }
            first = false;
            self.push_scalar(&name);
            self.text.push(':');
            let name = name.as_string().unwrap_or_default();
            self.at(&[".", &name], |walk| match &member {
                Ok(member) => walk.value(member),
                Err(_) => walk.refuse("has a getter that fails"),
            });
        }
        self.text.push('}');
    }

    /// Does something one step further down the path.
    fn at(&mut self, step: &[&str], then: impl FnOnce(&mut Self)) {
        let here = self.path.len();
        step.iter().for_each(|part| self.path.push_str(part));
        then(self);
        self.path.truncate(here);
    }
}

/// Why a value that is no object cannot be written, if it cannot.
fn unsayable(value: &JsValue) -> Option<&'static str> {
    if let Some(number) = value.as_f64() {
        return match number {
            number if number.is_nan() => Some("is NaN, expected a number"),
            number if number.is_infinite() => Some("is infinite, expected a number"),
            _ => None,
        };
    }
    if value.is_string() || value.is_null() || value.as_bool().is_some() {
        None
    } else if value.is_bigint() {
        Some("is a BigInt, which JSON cannot hold: pass a string of digits")
    } else if value.is_function() {
        Some("is a function, which JSON cannot hold")
    } else if value.is_undefined() {
        Some("is undefined, which a list cannot hold: leave it out or pass null")
    } else {
        Some("is a symbol, which JSON cannot hold")
    }
}

//! Methods: their names, parameters, results and errors.

use super::{Owned, Scope, duplicates, field::has_enum, page};
use crate::{
    arena::{Arena, Id},
    model::{Answer, Deprecated, Family, List, Method, MethodError, Model, Type},
    names,
    parse::ast,
    problem::Kind,
    source::Spanned,
};

impl Scope<'_> {
    /// All methods, sorted by wire name.
    pub fn methods(&self, model: &Model, owned: &[Owned<'_>]) -> Arena<Method> {
        let mut methods = Vec::new();
        for (family, file) in owned {
            methods.extend(
                file.methods
                    .iter()
                    .map(|method| self.method(model, *family, method)),
            );
        }
        let names = methods.iter().map(|method| Spanned {
            value: method.name.clone(),
            span: method.span.clone(),
        });
        duplicates(self.problems, "the method", names);
        methods.sort_by(|a, b| a.name.cmp(&b.name));
        methods.into_iter().collect()
    }

    fn method(&self, model: &Model, id: Id<Family>, method: &ast::Method) -> Method {
        let family = &model.families[id];
        let name = wire_name(family, &method.name);
        let params: Vec<_> = method
            .params
            .iter()
            .map(|param| self.field(param, false))
            .collect();
        Method {
            js: names::camel(&name),
            family: id,
            effect: method.effect,
            context: method.context,
            admin: method.admin,
            doc: method.doc.clone(),
            page: page(family, &method.page),
            deprecated: method.deprecated.as_ref().map(deprecated),
            params,
            result: self.answer(method),
            list: method.list.as_ref().map(list),
            errors: method
                .errors
                .iter()
                .map(|error| self.error(error))
                .collect(),
            span: method.name.span.clone(),
            name,
        }
    }

    fn answer(&self, method: &ast::Method) -> Answer {
        let ast::Answer {
            ty: text,
            nullable,
            doc,
        } = &method.result;
        let ty = self.ty(text);
        if has_enum(&ty) {
            let reason =
                "a result has no place for the values of an `enum`: write `string`".to_owned();
            self.problems.at(&text.span, Kind::MalformedType(reason));
        }
        if method.list.is_some() && matches!(ty, Type::List(_)) {
            self.problems.at(&text.span, Kind::RowIsList);
        }
        Answer {
            ty,
            nullable: *nullable,
            doc: doc.clone(),
        }
    }

    fn error(&self, error: &ast::MethodError) -> MethodError {
        match error {
            ast::MethodError::Described { code, text, doc } => MethodError {
                code: code.clone(),
                text: text.clone(),
                doc: doc.clone(),
            },
            ast::MethodError::Code(code) => {
                let doc = self.errors.get(&code.to_uppercase());
                if doc.is_none() {
                    self.problems.at(&code.span, self.unknown_code(code));
                }
                MethodError {
                    code: code.value.clone(),
                    text: String::new(),
                    doc: doc.cloned().unwrap_or_default(),
                }
            }
        }
    }

    fn unknown_code(&self, code: &str) -> Kind {
        let mut known: Vec<_> = self.errors.keys().cloned().collect();
        known.sort();
        let suggestion = names::closest(code, known.iter().map(String::as_str));
        Kind::UnknownWord {
            what: "error code",
            word: code.to_owned(),
            known,
            suggestion,
        }
    }
}

fn wire_name(family: &Family, name: &str) -> String {
    match family.wire_prefix() {
        "" => name.to_owned(),
        prefix => format!("{prefix}.{name}"),
    }
}

fn deprecated(deprecated: &ast::Deprecated) -> Deprecated {
    Deprecated {
        instead: deprecated.instead.clone(),
        doc: deprecated.doc.clone(),
    }
}

fn list(list: &ast::List) -> List {
    let page_span = list.page.span.clone();
    List {
        key_span: list
            .key
            .as_ref()
            .map_or(page_span.clone(), |key| key.span.clone()),
        page_span,
        page: list.page.value.clone(),
        rows: list.rows.clone(),
        select_key: list.select_key,
        key: list
            .key
            .as_ref()
            .map(|key| key.value.clone())
            .unwrap_or_default(),
    }
}

//! `tables.rs`: methods, objects, events and errors as static rows.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::rows::{Rows, Variant, variant};
use crate::{
    model::{Event, Field, List, Method, Model, Plain, Type, Value},
    names,
};

/// A field, or a type, and what surrounds it.
struct Table<'a> {
    model: &'a Model,
    rows: Rows,
}

pub fn tables(model: &Model) -> TokenStream {
    let table = Table {
        model,
        rows: Rows::of(model),
    };
    let objects = sized("OBJECTS", &quote!(Object), table.objects());
    let methods = sized(
        "METHODS",
        &quote!(Method),
        model.methods().iter().map(|method| table.method(method)),
    );
    let events = sized(
        "EVENTS",
        &quote!(Event),
        model.events().iter().map(|event| table.event(event)),
    );
    let codes = sized("ERROR_CODES", &quote!(ErrorCode), error_codes(model));
    let texts = sized("ERROR_TEXTS", &quote!(ErrorText), error_texts(model));
    quote! { #objects #methods #events #codes #texts }
}

/// A static array with its length.
fn sized(name: &str, row: &TokenStream, rows: impl Iterator<Item = TokenStream>) -> TokenStream {
    let rows: Vec<_> = rows.collect();
    let (name, count) = (
        format_ident!("{name}"),
        Literal::usize_unsuffixed(rows.len()),
    );
    let doc = format!(" The rows of `{row}`.");
    quote! {
        #[doc = #doc]
        pub static #name: [#row; #count] = [#(#rows),*];
    }
}

impl Table<'_> {
    fn objects(&self) -> impl Iterator<Item = TokenStream> {
        self.rows.list().iter().map(|(id, variant)| {
            let object = &self.model.objects()[*id];
            // The client looks fields up by bisection.
            let mut fields: Vec<_> = object.fields.iter().collect();
            fields.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
            let fields = fields.into_iter().map(|field| self.field(field, *variant));
            quote! { Object { fields: &[#(#fields),*] } }
        })
    }

    fn method(&self, method: &Method) -> TokenStream {
        let name = &method.name;
        let effect = match method.effect {
            crate::model::Effect::Read => quote!(Effect::Read),
            crate::model::Effect::Write => quote!(Effect::Write),
            crate::model::Effect::Create => quote!(Effect::Create),
            crate::model::Effect::Delete => quote!(Effect::Delete),
        };
        let params = method
            .params
            .iter()
            .map(|param| self.field(param, variant(method)));
        let result = self.ty(&method.result.ty, &[], Variant::Whole);
        let list = method.list.as_ref().map_or(quote!(None), list);
        quote! {
            Method {
                name: #name, effect: #effect, params: &[#(#params),*], result: #result, list: #list,
            }
        }
    }

    fn field(&self, field: &Field, variant: Variant) -> TokenStream {
        let name = &field.name;
        let required = field.required && !(variant == Variant::Change && field.immutable);
        let doc = if required {
            phrase(&field.doc)
        } else {
            String::new()
        };
        let values: Vec<_> = field.values.iter().map(Value::text).collect();
        let listed = if field.other_values {
            &[]
        } else {
            values.as_slice()
        };
        // A row serves both ways, so it holds what comes back and what is sent.
        let both = field.input.as_ref().map(|input| either(&field.ty, input));
        let ty = self.ty(both.as_ref().unwrap_or(&field.ty), listed, variant);
        let conditions = conditions(self.model, field);
        quote! {
            Field { name: #name, ty: #ty, required: #required, doc: #doc, conditions: #conditions }
        }
    }

    /// A type; `values` are those of an `enum` or an `integer` in it, none when any may come.
    fn ty(&self, ty: &Type, values: &[String], variant: Variant) -> TokenStream {
        match ty {
            Type::Plain(Plain::Integer) if !values.is_empty() => {
                quote!(Type::Listed(&[#(#values),*]))
            }
            Type::Plain(plain) => plain_type(*plain),
            Type::Id(_) => quote!(Type::Id),
            Type::Enum if !values.is_empty() => quote!(Type::Enum(&[#(#values),*])),
            Type::Status(_) | Type::Event | Type::Placement | Type::Enum => quote!(Type::Text),
            Type::Object(id) => {
                let id = self.position(*id, variant);
                quote!(Type::Object(#id))
            }
            Type::List(item) => {
                let item = self.ty(item, values, variant);
                quote!(Type::List(&#item))
            }
            Type::Map(item) => {
                let item = self.ty(item, values, variant);
                quote!(Type::Map(&#item))
            }
            Type::OneOf(types) => {
                let types = types.iter().map(|ty| self.ty(ty, values, variant));
                quote!(Type::OneOf(&[#(#types),*]))
            }
            Type::Select(_) => quote!(Type::List(&Type::Text)),
            Type::Filter(id) => {
                let id = self.position(*id, Variant::Whole);
                quote!(Type::Filter(#id))
            }
            Type::Order(id) => {
                let id = self.position(*id, Variant::Whole);
                quote!(Type::Order(#id))
            }
        }
    }

    fn position(&self, id: crate::arena::Id<crate::model::Object>, variant: Variant) -> Literal {
        Literal::u16_unsuffixed(self.rows.position(self.model, id, variant))
    }

    fn event(&self, event: &Event) -> TokenStream {
        let name = &event.name;
        let data = self.ty(&Type::Object(event.data), &[], Variant::Whole);
        quote! { Event { name: #name, data: #data } }
    }
}

/// What conditions on a field work.
fn conditions(model: &Model, field: &Field) -> TokenStream {
    match (field.filter, model.is_multifield(field)) {
        (false, _) => quote!(Conditions::None),
        (true, true) => quote!(Conditions::Bare),
        (true, false) => quote!(Conditions::Any),
    }
}

/// What is of one of two types, unions taken apart.
fn either(one: &Type, other: &Type) -> Type {
    let mut members: Vec<Type> = Vec::new();
    for ty in [one, other] {
        let types = match ty {
            Type::OneOf(types) => types.as_slice(),
            ty => std::slice::from_ref(ty),
        };
        for ty in types {
            if !members.contains(ty) {
                members.push(ty.clone());
            }
        }
    }
    Type::OneOf(members)
}

fn plain_type(plain: Plain) -> TokenStream {
    match plain {
        Plain::Any => quote!(Type::Any),
        Plain::String | Plain::Text | Plain::Url => quote!(Type::Text),
        Plain::Integer => quote!(Type::Integer),
        Plain::Double => quote!(Type::Double),
        Plain::Boolean => quote!(Type::Boolean),
        Plain::Flag => quote!(Type::Flag),
        Plain::Bit => quote!(Type::Bit),
        Plain::Date => quote!(Type::Date),
        Plain::Datetime => quote!(Type::Datetime),
        Plain::File => quote!(Type::File),
    }
}

fn list(list: &List) -> TokenStream {
    let List {
        page,
        rows,
        select_key,
        ..
    } = list;
    let rows = rows.split('.');
    quote! { Some(List { page: #page, rows: &[#(#rows),*], select_key: #select_key }) }
}

fn error_codes(model: &Model) -> impl Iterator<Item = TokenStream> {
    model.errors().iter().map(|error| {
        let (code, kind, retryable) = (&error.code, error.kind.to_string(), error.retryable);
        quote! { ErrorCode { code: #code, kind: #kind, retryable: #retryable } }
    })
}

fn error_texts(model: &Model) -> impl Iterator<Item = TokenStream> {
    model.messages().iter().map(|message| {
        let (contains, kind) = (&message.contains, message.kind.to_string());
        quote! { ErrorText { contains: #contains, kind: #kind } }
    })
}

/// The first sentence as part of another: "The contact to link." becomes "the contact to link".
fn phrase(doc: &str) -> String {
    let sentence = doc.split_once(". ").map_or(doc, |(first, _)| first);
    names::lower_first(sentence.trim_end().trim_end_matches('.'))
}

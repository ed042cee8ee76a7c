//! Every rule about names in one place: how the portal's become JavaScript's and TypeScript's.

use crate::model::Uses;

/// The object behind the type `multifield`.
pub const MULTIFIELD: &str = "Multifield";

/// Words JavaScript keeps for itself, in modules and in strict code.
const JS_RESERVED: &[&str] = &[
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// What the handwritten part of the package exports beside the generated functions.
const PACKAGE_EXPORTS: &[&str] = &["batch", "call", "connect", "init", "parseEvent"];

/// The types of the handwritten part of the package, those made of maps, and those of the language it uses.
const PACKAGE_TYPES: &[&str] = &[
    "AccessToken",
    "Answer",
    "AsyncIterable",
    "Batch",
    "BatchOptions",
    "BatchOutcome",
    "BatchOutcomes",
    "BatchParams",
    "BatchRest",
    "BatchValues",
    "Blob",
    "CallOptions",
    "CallOptionsWith",
    "ChosenAccess",
    "ChosenRecord",
    "ChosenUser",
    "ClientCredentials",
    "ClientSettings",
    "ConnectOptions",
    "CrmError",
    "CrmErrorKind",
    "CrmType",
    "CustomInput",
    "Date",
    "DateInput",
    "Direction",
    "DiscoverOptions",
    "Error",
    "EventAuth",
    "EventBody",
    "EventEnvelope",
    "EventNotice",
    "EventOf",
    "EventStorage",
    "Events",
    "File",
    "FileInfo",
    "FileInput",
    "Filter",
    "FilterGroups",
    "FrameOptions",
    "FrameSize",
    "FunctionName",
    "Id",
    "KeptOptions",
    "ListOptions",
    "ListProgress",
    "ListenOptions",
    "Listener",
    "Methods",
    "MethodsWithoutParams",
    "NoParams",
    "OpenedPlacement",
    "Order",
    "OtherPlacement",
    "OwnToken",
    "Page",
    "PanelOptions",
    "ParseEventOptions",
    "PlacementCode",
    "PlacementEvent",
    "PlacementFrame",
    "PlacementInfo",
    "PlacementOptions",
    "PlacementPortal",
    "Placements",
    "Portal",
    "PortalEvent",
    "PortalLimits",
    "Problem",
    "Promise",
    "QueuedEvent",
    "Record",
    "Reference",
    "ReferenceTo",
    "RefreshedTokens",
    "Rows",
    "SelectCrmOptions",
    "SelectUserOptions",
    "Selected",
    "SelectedResults",
    "SessionOptions",
    "Stop",
    "TokenOptions",
    "Wait",
    "WebhookOptions",
];

/// Joins the parts of a wire name in camel case and keeps the capitals inside them:
/// `crm.lead.contact.items.get` becomes `crmLeadContactItemsGet`.
pub fn camel(wire: &str) -> String {
    let mut parts = parts(wire);
    let first = parts.next().map(lower_first).unwrap_or_default();
    parts.fold(first, |name, part| name + &upper_first(part))
}

/// The same with a capital at the front: `crm.lead` becomes `CrmLead`.
pub fn pascal(wire: &str) -> String {
    parts(wire).map(upper_first).collect()
}

/// An object's name in TypeScript: the module its family has on the wire in front, unless it is there already.
pub fn type_name(prefix: &str, object: &str) -> String {
    let module = pascal(prefix.split('.').next().unwrap_or_default());
    if object.starts_with(&module) {
        object.to_owned()
    } else {
        module + object
    }
}

/// The type of a method's parameters.
pub fn params_type(js: &str) -> String {
    upper_first(js) + "Params"
}

/// The function that gives all rows of a list.
pub fn all_rows(js: &str) -> String {
    js.to_owned() + "All"
}

/// The types an object can have in TypeScript, by their endings, and whether its uses ask for them.
pub fn object_types(uses: Uses, open: bool) -> [(&'static str, bool); 8] {
    let input = uses.create || (uses.change && !uses.fixed);
    [
        ("", uses.read || uses.select),
        ("Input", input),
        ("Update", uses.change && uses.fixed),
        ("Filter", uses.filter),
        ("Order", uses.order),
        ("Select", uses.select),
        ("Selected", uses.select),
        ("CustomFields", open),
    ]
}

/// An object's type of that kind; an ending that is there already is not repeated.
pub fn with_suffix(ts: &str, suffix: &str) -> String {
    if ts.ends_with(suffix) {
        ts.to_owned()
    } else {
        format!("{ts}{suffix}")
    }
}

/// Whether the handwritten part of the package, or the language, has a type of this name.
pub fn is_package_type(ts: &str) -> bool {
    PACKAGE_TYPES.contains(&ts)
}

/// Whether JavaScript forbids a function of this name.
pub fn is_reserved(js: &str) -> bool {
    JS_RESERVED.contains(&js)
}

/// Whether the handwritten part of the package exports this name.
pub fn is_taken(js: &str) -> bool {
    PACKAGE_EXPORTS.contains(&js)
}

/// Whether the text can stand as a name in JavaScript without quotes.
pub fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || matches!(first, '_' | '$'))
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$'))
}

/// The known name that comes closest, if one is close enough to have been meant.
pub fn closest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let wanted = name.to_lowercase();
    let likeness = |candidate: &str| {
        strsim::normalized_damerau_levenshtein(&wanted, &candidate.to_lowercase())
    };
    known
        .into_iter()
        .map(|candidate| (likeness(candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|(a, first), (b, second)| a.total_cmp(b).then(second.cmp(first)))
        .map(|(_, candidate)| candidate.to_owned())
}

fn parts(wire: &str) -> impl Iterator<Item = &str> {
    wire.split(['.', '_', '-']).filter(|part| !part.is_empty())
}

/// The text with a capital at the front.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
        .unwrap_or_default()
}

/// The text with a small letter at the front, unless it starts with an abbreviation.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    if letters
        .clone()
        .next()
        .is_some_and(|second| second.is_ascii_uppercase())
    {
        return text.to_owned();
    }
    first.to_ascii_lowercase().to_string() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wire_names_become_camel_case_and_keep_inner_capitals() {
        let cases = [
            ("crm.lead.add", "crmLeadAdd"),
            ("crm.lead.contact.items.get", "crmLeadContactItemsGet"),
            (
                "crm.lead.details.configuration.forceCommonScopeForAll",
                "crmLeadDetailsConfigurationForceCommonScopeForAll",
            ),
            ("tasks.task.result_list", "tasksTaskResultList"),
            ("profile", "profile"),
        ];
        for (wire, js) in cases {
            assert_eq!(camel(wire), js);
        }
    }

    #[test]
    fn type_names_carry_their_module_once() {
        assert_eq!(
            type_name("crm.lead.contact", "LeadContactLink"),
            "CrmLeadContactLink"
        );
        assert_eq!(
            type_name("placement", "PlacementBinding"),
            "PlacementBinding"
        );
        assert_eq!(type_name("", "Profile"), "Profile");
    }

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        assert_eq!(
            closest("intger", ["integer", "string"]).as_deref(),
            Some("integer")
        );
        assert_eq!(closest("lead", ["integer", "string"]), None);
    }
}

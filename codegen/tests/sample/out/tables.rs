/// The rows of `Object`.
pub static OBJECTS: [Object; 7] = [
    Object {
        fields: &[
            Field {
                name: "CREATED",
                ty: Type::Datetime,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "KIND",
                ty: Type::Enum(&["PAPER", "PLASTIC"]),
                required: true,
                doc: "what it is",
                conditions: Conditions::Any,
            },
            Field {
                name: "NOTES",
                ty: Type::OneOf(
                    &[Type::List(&Type::Object(2)), Type::Map(&Type::Object(2))],
                ),
                required: false,
                doc: "",
                conditions: Conditions::None,
            },
            Field {
                name: "OPENED",
                ty: Type::Flag,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "OWNER_IDS",
                ty: Type::List(&Type::Id),
                required: false,
                doc: "",
                conditions: Conditions::None,
            },
            Field {
                name: "PHONE",
                ty: Type::List(&Type::Object(1)),
                required: false,
                doc: "",
                conditions: Conditions::Bare,
            },
            Field {
                name: "PICTURE",
                ty: Type::File,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "PRICE",
                ty: Type::Double,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "PRINTED",
                ty: Type::Date,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "ROUNDING",
                ty: Type::Listed(&["1", "2"]),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "STAGE",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "TITLE",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "a.b-c",
                ty: Type::Map(&Type::OneOf(&[Type::Text, Type::Integer])),
                required: false,
                doc: "",
                conditions: Conditions::None,
            },
            Field {
                name: "class",
                ty: Type::Bit,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
    },
    Object {
        fields: &[
            Field {
                name: "DELETE",
                ty: Type::Flag,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "VALUE",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "VALUE_TYPE",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
    },
    Object {
        fields: &[
            Field {
                name: "TEXT",
                ty: Type::Text,
                required: true,
                doc: "what it says",
                conditions: Conditions::Any,
            },
        ],
    },
    Object {
        fields: &[
            Field {
                name: "width",
                ty: Type::Integer,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
    },
    Object {
        fields: &[
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
    },
    Object {
        fields: &[
            Field {
                name: "CREATED",
                ty: Type::Datetime,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "KIND",
                ty: Type::Enum(&["PAPER", "PLASTIC"]),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "NOTES",
                ty: Type::OneOf(
                    &[Type::List(&Type::Object(2)), Type::Map(&Type::Object(2))],
                ),
                required: false,
                doc: "",
                conditions: Conditions::None,
            },
            Field {
                name: "OPENED",
                ty: Type::Flag,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "OWNER_IDS",
                ty: Type::List(&Type::Id),
                required: false,
                doc: "",
                conditions: Conditions::None,
            },
            Field {
                name: "PHONE",
                ty: Type::List(&Type::Object(1)),
                required: false,
                doc: "",
                conditions: Conditions::Bare,
            },
            Field {
                name: "PICTURE",
                ty: Type::File,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "PRICE",
                ty: Type::Double,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "PRINTED",
                ty: Type::Date,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "ROUNDING",
                ty: Type::Listed(&["1", "2"]),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "STAGE",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "TITLE",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "a.b-c",
                ty: Type::Map(&Type::OneOf(&[Type::Text, Type::Integer])),
                required: false,
                doc: "",
                conditions: Conditions::None,
            },
            Field {
                name: "class",
                ty: Type::Bit,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
    },
    Object {
        fields: &[
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
    },
];
/// The rows of `Method`.
pub static METHODS: [Method; 7] = [
    Method {
        name: "demo.card.add",
        effect: Effect::Create,
        params: &[
            Field {
                name: "fields",
                ty: Type::Object(0),
                required: true,
                doc: "a card",
                conditions: Conditions::Any,
            },
        ],
        result: Type::Id,
        list: None,
    },
    Method {
        name: "demo.card.bind",
        effect: Effect::Write,
        params: &[
            Field {
                name: "placement",
                ty: Type::Text,
                required: true,
                doc: "where",
                conditions: Conditions::Any,
            },
            Field {
                name: "event",
                ty: Type::Text,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "options",
                ty: Type::OneOf(&[Type::Object(3), Type::Any]),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
        result: Type::Any,
        list: None,
    },
    Method {
        name: "demo.card.items.get",
        effect: Effect::Read,
        params: &[
            Field {
                name: "ids",
                ty: Type::List(&Type::Id),
                required: true,
                doc: "the cards",
                conditions: Conditions::Any,
            },
            Field {
                name: "rows",
                ty: Type::List(&Type::List(&Type::OneOf(&[Type::Id, Type::Text]))),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "events",
                ty: Type::List(&Type::Text),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
        result: Type::List(&Type::Object(0)),
        list: None,
    },
    Method {
        name: "demo.card.list",
        effect: Effect::Read,
        params: &[
            Field {
                name: "select",
                ty: Type::List(&Type::Text),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "filter",
                ty: Type::Filter(0),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "order",
                ty: Type::Order(0),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "start",
                ty: Type::Integer,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
        result: Type::Object(0),
        list: Some(List {
            page: "start",
            rows: &["result", "items"],
            select_key: false,
        }),
    },
    Method {
        name: "demo.card.log.list",
        effect: Effect::Read,
        params: &[
            Field {
                name: "select",
                ty: Type::List(&Type::Text),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
            Field {
                name: "start",
                ty: Type::Integer,
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
        result: Type::Object(4),
        list: Some(List {
            page: "start",
            rows: &["result"],
            select_key: true,
        }),
    },
    Method {
        name: "demo.card.update",
        effect: Effect::Write,
        params: &[
            Field {
                name: "id",
                ty: Type::Id,
                required: true,
                doc: "the card to change",
                conditions: Conditions::Any,
            },
            Field {
                name: "fields",
                ty: Type::Object(5),
                required: false,
                doc: "",
                conditions: Conditions::Any,
            },
        ],
        result: Type::Boolean,
        list: None,
    },
    Method {
        name: "type",
        effect: Effect::Read,
        params: &[],
        result: Type::Object(6),
        list: None,
    },
];
/// The rows of `Event`.
pub static EVENTS: [Event; 1] = [
    Event {
        name: "ONDEMOCARDADD",
        data: Type::Object(4),
    },
];
/// The rows of `ErrorCode`.
pub static ERROR_CODES: [ErrorCode; 2] = [
    ErrorCode {
        code: "ACCESS_DENIED",
        kind: "permission",
        retryable: false,
    },
    ErrorCode {
        code: "QUERY_LIMIT_EXCEEDED",
        kind: "limit",
        retryable: true,
    },
];
/// The rows of `ErrorText`.
pub static ERROR_TEXTS: [ErrorText; 1] = [
    ErrorText {
        contains: "not found",
        kind: "notFound",
    },
];

/// The rows of `Object`.
pub static OBJECTS: [Object; 7] = [
    Object {
        name: "DemoCard",
        fields: &[
            Field {
                name: "CREATED",
                ty: Type::Datetime,
                required: false,
                doc: "",
            },
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
            },
            Field {
                name: "KIND",
                ty: Type::Enum(&["PAPER", "PLASTIC"]),
                required: true,
                doc: "what it is",
            },
            Field {
                name: "NOTES",
                ty: Type::OneOf(
                    &[Type::List(&Type::Object(2)), Type::Map(&Type::Object(2))],
                ),
                required: false,
                doc: "",
            },
            Field {
                name: "OPENED",
                ty: Type::Flag,
                required: false,
                doc: "",
            },
            Field {
                name: "OWNER_IDS",
                ty: Type::List(&Type::Id),
                required: false,
                doc: "",
            },
            Field {
                name: "PHONE",
                ty: Type::List(&Type::Object(1)),
                required: false,
                doc: "",
            },
            Field {
                name: "PICTURE",
                ty: Type::File,
                required: false,
                doc: "",
            },
            Field {
                name: "PRICE",
                ty: Type::Double,
                required: false,
                doc: "",
            },
            Field {
                name: "PRINTED",
                ty: Type::Date,
                required: false,
                doc: "",
            },
            Field {
                name: "ROUNDING",
                ty: Type::Integer,
                required: false,
                doc: "",
            },
            Field {
                name: "STAGE",
                ty: Type::Text,
                required: false,
                doc: "",
            },
            Field {
                name: "TITLE",
                ty: Type::Text,
                required: false,
                doc: "",
            },
            Field {
                name: "a.b-c",
                ty: Type::Map(&Type::OneOf(&[Type::Text, Type::Integer])),
                required: false,
                doc: "",
            },
            Field {
                name: "class",
                ty: Type::Bit,
                required: false,
                doc: "",
            },
        ],
    },
    Object {
        name: "DemoPhone",
        fields: &[
            Field {
                name: "DELETE",
                ty: Type::Flag,
                required: false,
                doc: "",
            },
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
            },
            Field {
                name: "VALUE",
                ty: Type::Text,
                required: false,
                doc: "",
            },
            Field {
                name: "VALUE_TYPE",
                ty: Type::Text,
                required: false,
                doc: "",
            },
        ],
    },
    Object {
        name: "DemoCardNote",
        fields: &[
            Field {
                name: "TEXT",
                ty: Type::Text,
                required: true,
                doc: "what it says",
            },
        ],
    },
    Object {
        name: "DemoCardBinding",
        fields: &[
            Field {
                name: "width",
                ty: Type::Integer,
                required: false,
                doc: "",
            },
        ],
    },
    Object {
        name: "DemoCardRef",
        fields: &[
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
            },
        ],
    },
    Object {
        name: "DemoCardUpdate",
        fields: &[
            Field {
                name: "CREATED",
                ty: Type::Datetime,
                required: false,
                doc: "",
            },
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
            },
            Field {
                name: "KIND",
                ty: Type::Enum(&["PAPER", "PLASTIC"]),
                required: false,
                doc: "",
            },
            Field {
                name: "NOTES",
                ty: Type::OneOf(
                    &[Type::List(&Type::Object(2)), Type::Map(&Type::Object(2))],
                ),
                required: false,
                doc: "",
            },
            Field {
                name: "OPENED",
                ty: Type::Flag,
                required: false,
                doc: "",
            },
            Field {
                name: "OWNER_IDS",
                ty: Type::List(&Type::Id),
                required: false,
                doc: "",
            },
            Field {
                name: "PHONE",
                ty: Type::List(&Type::Object(1)),
                required: false,
                doc: "",
            },
            Field {
                name: "PICTURE",
                ty: Type::File,
                required: false,
                doc: "",
            },
            Field {
                name: "PRICE",
                ty: Type::Double,
                required: false,
                doc: "",
            },
            Field {
                name: "PRINTED",
                ty: Type::Date,
                required: false,
                doc: "",
            },
            Field {
                name: "ROUNDING",
                ty: Type::Integer,
                required: false,
                doc: "",
            },
            Field {
                name: "STAGE",
                ty: Type::Text,
                required: false,
                doc: "",
            },
            Field {
                name: "TITLE",
                ty: Type::Text,
                required: false,
                doc: "",
            },
            Field {
                name: "a.b-c",
                ty: Type::Map(&Type::OneOf(&[Type::Text, Type::Integer])),
                required: false,
                doc: "",
            },
            Field {
                name: "class",
                ty: Type::Bit,
                required: false,
                doc: "",
            },
        ],
    },
    Object {
        name: "Profile",
        fields: &[
            Field {
                name: "ID",
                ty: Type::Id,
                required: false,
                doc: "",
            },
        ],
    },
];
/// The rows of `Method`.
pub static METHODS: [Method; 7] = [
    Method {
        name: "demo.card.add",
        js_name: "demoCardAdd",
        effect: Effect::Create,
        params: &[
            Field {
                name: "fields",
                ty: Type::Object(0),
                required: true,
                doc: "a card",
            },
        ],
        result: Type::Id,
        list: None,
    },
    Method {
        name: "demo.card.bind",
        js_name: "demoCardBind",
        effect: Effect::Write,
        params: &[
            Field {
                name: "placement",
                ty: Type::Text,
                required: true,
                doc: "where",
            },
            Field {
                name: "event",
                ty: Type::Text,
                required: false,
                doc: "",
            },
            Field {
                name: "options",
                ty: Type::OneOf(&[Type::Object(3), Type::Any]),
                required: false,
                doc: "",
            },
        ],
        result: Type::Any,
        list: None,
    },
    Method {
        name: "demo.card.items.get",
        js_name: "demoCardItemsGet",
        effect: Effect::Read,
        params: &[
            Field {
                name: "ids",
                ty: Type::List(&Type::Id),
                required: true,
                doc: "the cards",
            },
            Field {
                name: "rows",
                ty: Type::List(&Type::List(&Type::OneOf(&[Type::Id, Type::Text]))),
                required: false,
                doc: "",
            },
            Field {
                name: "events",
                ty: Type::List(&Type::Text),
                required: false,
                doc: "",
            },
        ],
        result: Type::List(&Type::Object(0)),
        list: None,
    },
    Method {
        name: "demo.card.list",
        js_name: "demoCardList",
        effect: Effect::Read,
        params: &[
            Field {
                name: "select",
                ty: Type::List(&Type::Text),
                required: false,
                doc: "",
            },
            Field {
                name: "filter",
                ty: Type::Filter(0),
                required: false,
                doc: "",
            },
            Field {
                name: "order",
                ty: Type::Order(0),
                required: false,
                doc: "",
            },
            Field {
                name: "start",
                ty: Type::Integer,
                required: false,
                doc: "",
            },
        ],
        result: Type::Object(0),
        list: Some(List {
            page: "start",
            rows: &["result", "items"],
            key: "ID",
        }),
    },
    Method {
        name: "demo.card.log.list",
        js_name: "demoCardLogList",
        effect: Effect::Read,
        params: &[
            Field {
                name: "select",
                ty: Type::List(&Type::Text),
                required: false,
                doc: "",
            },
            Field {
                name: "start",
                ty: Type::Integer,
                required: false,
                doc: "",
            },
        ],
        result: Type::Object(4),
        list: Some(List {
            page: "start",
            rows: &["result"],
            key: "ID",
        }),
    },
    Method {
        name: "demo.card.update",
        js_name: "demoCardUpdate",
        effect: Effect::Write,
        params: &[
            Field {
                name: "id",
                ty: Type::Id,
                required: true,
                doc: "the card to change",
            },
            Field {
                name: "fields",
                ty: Type::Object(5),
                required: false,
                doc: "",
            },
        ],
        result: Type::Boolean,
        list: None,
    },
    Method {
        name: "type",
        js_name: "type",
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
        js_name: "onDemoCardAdd",
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

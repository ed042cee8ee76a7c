CREATE TABLE portal (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE users (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL,
    position TEXT NOT NULL DEFAULT '', gender TEXT NOT NULL DEFAULT '', is_admin INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 1, uses_crm INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE webhooks (
    secret TEXT PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users(id), scopes TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE apps (
    id INTEGER PRIMARY KEY, client_id TEXT NOT NULL UNIQUE, client_secret TEXT NOT NULL, title TEXT NOT NULL,
    handler TEXT NOT NULL, scopes TEXT NOT NULL, application_token TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1, installed INTEGER NOT NULL DEFAULT 1
);

-- Whoever opened the app and answered its setInstall: the frame's FIRST_RUN is per user and version.
CREATE TABLE app_runs (
    app_id INTEGER NOT NULL REFERENCES apps(id), user_id INTEGER NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (app_id, user_id, version)
) WITHOUT ROWID;

CREATE TABLE tokens (
    access TEXT PRIMARY KEY, refresh TEXT NOT NULL UNIQUE, app_id INTEGER NOT NULL REFERENCES apps(id),
    user_id INTEGER NOT NULL REFERENCES users(id), expires INTEGER NOT NULL, refresh_expires INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE frames (
    sid TEXT PRIMARY KEY, app_id INTEGER NOT NULL REFERENCES apps(id), user_id INTEGER NOT NULL REFERENCES users(id),
    placement TEXT NOT NULL, options TEXT NOT NULL, access TEXT NOT NULL, refresh TEXT NOT NULL,
    greeted INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE placements (
    id INTEGER PRIMARY KEY, app_id INTEGER NOT NULL REFERENCES apps(id), placement TEXT NOT NULL,
    handler TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, lang_all TEXT NOT NULL,
    options TEXT NOT NULL, user_id INTEGER NOT NULL DEFAULT 0,
    UNIQUE (app_id, placement, handler, user_id)
);

CREATE TABLE userfield_types (
    id INTEGER PRIMARY KEY, app_id INTEGER NOT NULL REFERENCES apps(id), user_type_id TEXT NOT NULL,
    handler TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, options TEXT NOT NULL,
    UNIQUE (app_id, user_type_id)
);

-- Options of an app (user_id 0) and of its users; values are JSON.
CREATE TABLE options (
    app_id INTEGER NOT NULL REFERENCES apps(id), user_id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (app_id, user_id, name)
);

CREATE TABLE statuses (
    id INTEGER PRIMARY KEY, entity_id TEXT NOT NULL, status_id TEXT NOT NULL, name TEXT NOT NULL,
    sort INTEGER NOT NULL, system INTEGER NOT NULL DEFAULT 0, semantics TEXT, color TEXT,
    UNIQUE (entity_id, status_id)
);

CREATE TABLE companies (ID INTEGER PRIMARY KEY AUTOINCREMENT, TITLE TEXT NOT NULL);
-- The other columns follow from the spec.
CREATE TABLE leads (ID INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE TABLE contacts (ID INTEGER PRIMARY KEY AUTOINCREMENT);

CREATE TABLE lead_contacts (
    owner_id INTEGER NOT NULL, target_id INTEGER NOT NULL, sort INTEGER NOT NULL, is_primary INTEGER NOT NULL,
    PRIMARY KEY (owner_id, target_id)
) WITHOUT ROWID;
CREATE INDEX lead_contacts_target ON lead_contacts (target_id);

CREATE TABLE contact_companies (
    owner_id INTEGER NOT NULL, target_id INTEGER NOT NULL, sort INTEGER NOT NULL, is_primary INTEGER NOT NULL,
    PRIMARY KEY (owner_id, target_id)
) WITHOUT ROWID;
CREATE INDEX contact_companies_target ON contact_companies (target_id);

CREATE TABLE multifields (
    id INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, record_id INTEGER NOT NULL,
    type_id TEXT NOT NULL, value_type TEXT NOT NULL, value TEXT NOT NULL
);
CREATE INDEX multifields_record ON multifields (entity, record_id);

CREATE TABLE userfields (
    id INTEGER PRIMARY KEY AUTOINCREMENT, entity_id TEXT NOT NULL, field_name TEXT NOT NULL,
    user_type_id TEXT NOT NULL, xml_id TEXT, sort INTEGER NOT NULL, multiple TEXT NOT NULL,
    mandatory TEXT NOT NULL, show_filter TEXT NOT NULL, show_in_list TEXT NOT NULL, edit_in_list TEXT NOT NULL,
    is_searchable TEXT NOT NULL, settings TEXT NOT NULL, labels TEXT NOT NULL,
    UNIQUE (entity_id, field_name)
);
CREATE TABLE userfield_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT, field_id INTEGER NOT NULL REFERENCES userfields(id) ON DELETE CASCADE,
    sort INTEGER NOT NULL, value TEXT NOT NULL, def TEXT NOT NULL, xml_id TEXT NOT NULL
);
CREATE INDEX userfield_items_field ON userfield_items (field_id);
CREATE TABLE userfield_values (
    field_id INTEGER NOT NULL REFERENCES userfields(id) ON DELETE CASCADE, record_id INTEGER NOT NULL,
    position INTEGER NOT NULL, value NOT NULL,
    PRIMARY KEY (field_id, record_id, position)
) WITHOUT ROWID;

CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, content BLOB NOT NULL
);

CREATE TABLE product_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT, lead_id INTEGER NOT NULL, position INTEGER NOT NULL, row TEXT NOT NULL
);
CREATE INDEX product_rows_lead ON product_rows (lead_id);

-- Layouts of the record card; user_id 0 is the common one.
CREATE TABLE card_layouts (
    entity TEXT NOT NULL, variant INTEGER NOT NULL, user_id INTEGER NOT NULL, layout TEXT NOT NULL,
    PRIMARY KEY (entity, variant, user_id)
) WITHOUT ROWID;
-- Who looks at their own layout ('P') or the common one ('C').
CREATE TABLE card_scopes (
    entity TEXT NOT NULL, variant INTEGER NOT NULL, user_id INTEGER NOT NULL, scope TEXT NOT NULL,
    PRIMARY KEY (entity, variant, user_id)
) WITHOUT ROWID;

CREATE TABLE event_handlers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, app_id INTEGER NOT NULL REFERENCES apps(id), event TEXT NOT NULL,
    handler TEXT NOT NULL, auth_user INTEGER NOT NULL, connector TEXT NOT NULL, offline INTEGER NOT NULL,
    options TEXT NOT NULL, UNIQUE (app_id, event, handler, auth_user, connector, offline)
);
CREATE TABLE offline_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, app_id INTEGER NOT NULL, connector TEXT NOT NULL, event TEXT NOT NULL,
    data TEXT NOT NULL, user_id INTEGER NOT NULL, message_id TEXT NOT NULL, process_id TEXT NOT NULL DEFAULT '',
    error INTEGER NOT NULL DEFAULT 0, stamp INTEGER NOT NULL,
    UNIQUE (app_id, connector, process_id, message_id)
);

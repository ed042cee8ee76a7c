//! One pass over JSON text with a schema beside it.

//! Calendar dates and moments as ISO 8601 writes them.

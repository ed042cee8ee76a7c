//! Which of several types a value is of.

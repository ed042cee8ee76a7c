//! What cargo's and Node's test runners print, read: how many tests there were, which failed, and what those said. Of a long run a
//! reader may see no more than its end.

/// Lines that are kept of what a failed test says.
const LINES: usize = 8;

/// The tests that a command ran.
#[derive(Debug, Default, PartialEq)]
pub struct Tests {
    pub passed: usize,
    pub failed: usize,
    /// Not run, for a reason that the test names.
    pub skipped: usize,
    /// The failed ones, each with its name first and then what it said.
    pub failures: Vec<Vec<String>>,
    list: List,
}

/// The list of failures that is being read.
#[derive(Debug, Default, PartialEq)]
enum List {
    #[default]
    None,
    /// Cargo's: what a test printed.
    Printed,
    /// Node's: where a test is, its name, its error, and the stack of that.
    Errors,
    /// A stack, which says nothing new.
    Stack,
}

impl Tests {
    /// Takes a line of what is printed.
    pub fn read(&mut self, line: &str) {
        self.count(line);
        match (&self.list, line.trim()) {
            (_, "✖ failing tests:") => self.list = List::Stack,
            (List::Errors | List::Stack, text) if text.starts_with("test at ") => {
                self.failures
                    .push(vec![text["test at ".len()..].to_owned()]);
                self.list = List::Errors;
            }
            (List::Errors, text) if text.starts_with("at ") => self.list = List::Stack,
            (List::None, text) if text.starts_with("✖ ") && text.contains(" hangs for ") => {
                self.failures.push(vec![text["✖ ".len()..].to_owned()]);
            }
            (List::Errors | List::Printed, "") | (List::Stack, _) => {}
            (List::None | List::Printed, text) if text.starts_with("---- ") => {
                self.failures.push(vec![
                    text.trim_matches(['-', ' '])
                        .trim_end_matches(" stdout")
                        .to_owned(),
                ]);
                self.list = List::Printed;
            }
            (List::Printed, "failures:" | "stack backtrace:") => self.list = List::None,
            (List::Printed | List::Errors, text) => self.say(text),
            (List::None, _) => {}
        }
    }

    /// Adds a line to what the last failure says.
    fn say(&mut self, text: &str) {
        if let Some(failure) = self.failures.last_mut()
            && failure.len() <= LINES
            && !text.starts_with("note: ")
        {
            failure.push(text.to_owned());
        }
    }

    /// Adds totals up.
    fn count(&mut self, line: &str) {
        let words: Vec<_> = line
            .split([' ', ';'])
            .filter(|word| !word.is_empty())
            .collect();
        match words[..] {
            // test result: ok. 12 passed; 0 failed; …
            [
                "test",
                "result:",
                _,
                passed,
                "passed",
                failed,
                "failed",
                ignored,
                "ignored",
                ..,
            ] => {
                self.passed += passed.parse().unwrap_or(0);
                self.failed += failed.parse().unwrap_or(0);
                self.skipped += ignored.parse().unwrap_or(0);
            }
            ["ℹ", "pass", passed] => self.passed += passed.parse().unwrap_or(0),
            // Cancelled are those whose time was up.
            ["ℹ", "fail" | "cancelled", failed] => self.failed += failed.parse().unwrap_or(0),
            ["ℹ", "skipped", skipped] => self.skipped += skipped.parse().unwrap_or(0),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tests;

    fn read(printed: &str) -> Tests {
        let mut tests = Tests::default();
        printed.lines().for_each(|line| tests.read(line));
        tests
    }

    #[test]
    fn totals_of_both_test_runners_add_up() {
        let tests = read(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
             test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n\
             ℹ pass 20\nℹ fail 1\nℹ cancelled 1\nℹ skipped 4\n20 passed",
        );
        let Tests {
            passed,
            failed,
            skipped,
            ..
        } = tests;
        assert_eq!((passed, failed, skipped), (35, 4, 5));
    }

    #[test]
    fn a_failure_of_cargo_is_its_name_and_what_it_said() {
        let printed = "running 2 tests\ntest a::b ... FAILED\ntest c ... ok\n\nfailures:\n\n\
            ---- a::b stdout ----\n\nthread 'a::b' (7) panicked at src/a.rs:5:9:\n\
            assertion `left == right` failed\n  left: 1\n right: 2\n\
            note: run with `RUST_BACKTRACE=1`\n\n\nfailures:\n    a::b\n\ntest result: FAILED.\n";
        assert_eq!(
            read(printed).failures,
            [[
                "a::b",
                "thread 'a::b' (7) panicked at src/a.rs:5:9:",
                "assertion `left == right` failed",
                "left: 1",
                "right: 2"
            ]]
        );
    }

    #[test]
    fn a_failure_of_node_is_its_place_its_name_and_its_error() {
        let printed = "✖ one (4ms)\n  Error: no\n\nℹ fail 2\n\n✖ failing tests:\n\n\
            test at tests/a.test.mjs:4:1\n✖ one (4ms)\n  Error [ERR]: no\n  \n  1 !== 2\n  \n\
            \x20     at f (a.mjs:1:2)\n      at g {\n    actual: 1\n  }\n\n\
            test at tests/b.test.mjs:9:1\n✖ two (5ms)\n  'test timed out'\n";
        assert_eq!(
            read(printed).failures,
            [
                vec![
                    "tests/a.test.mjs:4:1",
                    "✖ one (4ms)",
                    "Error [ERR]: no",
                    "1 !== 2"
                ],
                vec!["tests/b.test.mjs:9:1", "✖ two (5ms)", "'test timed out'"],
            ]
        );
    }

    #[test]
    fn a_test_that_hangs_is_named() {
        let printed = "✔ one (4ms)\n✖ tests/a.test.mjs hangs for 300 s: two\n";
        assert_eq!(
            read(printed).failures,
            [["tests/a.test.mjs hangs for 300 s: two"]]
        );
    }
}

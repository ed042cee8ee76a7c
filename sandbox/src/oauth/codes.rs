//! Codes on their way from the portal to an app: each good for half a minute, and for one use.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::secrets;

/// How long a code lives, seconds.
const LIFE: i64 = 30;

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The app that was let in.
    pub app_id: i64,
    /// The user it may act for.
    pub user_id: i64,
}

/// Codes that were given and not yet used.
#[derive(Debug, Default)]
pub struct Codes(Mutex<HashMap<String, (Grant, i64)>>);

impl Codes {
    /// A new code, given at `now`, Unix seconds.
    pub fn give(&self, grant: Grant, now: i64) -> String {
        let code = secrets::word(32);
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        codes.retain(|_, (_, given)| is_alive(*given, now));
        codes.insert(code.clone(), (grant, now));
        code
    }

    /// What the code stands for; it is used up by that. A code of another app stays as it is.
    pub fn take(&self, code: &str, app_id: i64, now: i64) -> Option<Grant> {
        let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if codes.get(code)?.0.app_id != app_id {
            return None;
        }
        let (grant, given) = codes.remove(code)?;
        is_alive(given, now).then_some(grant)
    }
}

fn is_alive(given: i64, now: i64) -> bool {
    now - given <= LIFE
}

#[cfg(test)]
mod tests {
    use super::*;

    const GRANT: Grant = Grant {
        app_id: 1,
        user_id: 2,
    };

    #[test]
    fn s8_a_code_is_good_once() {
        let codes = Codes::default();
        let code = codes.give(GRANT, 100);
        assert_eq!(codes.take(&code, 1, 130), Some(GRANT));
        assert_eq!(codes.take(&code, 1, 130), None);
    }

    #[test]
    fn s8_a_code_is_good_for_half_a_minute_and_one_app() {
        let codes = Codes::default();
        let code = codes.give(GRANT, 100);
        assert_eq!(codes.take(&code, 7, 100), None);
        assert_eq!(codes.take(&code, 1, 131), None);
    }
}

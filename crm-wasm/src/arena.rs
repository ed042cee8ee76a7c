//! Memory as this module needs it: a task takes some, and the next task starts where it did.
//!
//! A general allocator is five times as large, and what gives back piece by piece weighs half a kilobyte all over the module.

#![allow(unsafe_code, reason = "an allocator hands out addresses")]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;
use core::ptr;

const PAGE: usize = 1 << 16;

/// Hands out memory from the end of the module's on; what was handed out last can grow.
pub struct Arena {
    /// Where the free memory starts.
    next: Cell<usize>,
    /// Where it started when the rows had been made.
    kept: Cell<usize>,
}

// SAFETY: the module has one thread.
unsafe impl Sync for Arena {}

impl Arena {
    /// Without any memory yet.
    pub const fn new() -> Self {
        Self {
            next: Cell::new(0),
            kept: Cell::new(0),
        }
    }

    /// Keeps for good what is handed out now.
    pub fn keep(&self) {
        self.kept.set(self.next.get());
    }

    /// Takes back all that was handed out since.
    ///
    /// # Safety
    ///
    /// Nothing of it may be used any more.
    pub unsafe fn start_anew(&self) {
        self.next.set(self.kept.get());
    }

    /// Moves the start of the free memory, to where memory may have to be asked for.
    fn advance(&self, end: usize) -> bool {
        let size = memory_size(0).wrapping_mul(PAGE);
        let pages = end.saturating_sub(size).div_ceil(PAGE);
        let enough = pages == 0 || memory_grow(0, pages) != usize::MAX;
        if enough {
            self.next.set(end);
        }
        enough
    }
}

// SAFETY: pieces lie behind each other.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if self.next.get() == 0 {
            self.next.set(memory_size(0).wrapping_mul(PAGE));
        }
        let start = self.next.get().next_multiple_of(layout.align());
        if !self.advance(start.saturating_add(layout.size())) {
            return ptr::null_mut();
        }
        start as *mut u8
    }

    #[inline]
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let start = piece as usize;
        if start.wrapping_add(layout.size()) == self.next.get() {
            let grown = self.advance(start.saturating_add(size));
            return if grown { piece } else { ptr::null_mut() };
        }
        // SAFETY: the caller's promises are those that these functions ask for.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(piece, moved, layout.size().min(size));
            }
            moved
        }
    }
}

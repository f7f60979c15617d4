//! Rows in the binary format of `copy`: they are made by many threads, and the server has nothing to parse.
//! <https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.4>
use serde::Serialize;

/// What a stream of rows begins with: the signature, no flags, no extension.
pub(super) const HEAD: &[u8] = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0";
/// What it ends with.
pub(super) const TAIL: &[u8] = &(-1_i16).to_be_bytes();
/// `pg_type.oid` of `text`, which an array of it names.
const TEXT: u32 = 25;

/// One row after the other.
pub(super) struct Rows<'a>(pub(super) &'a mut Vec<u8>);

impl Rows<'_> {
    /// Begins a row of so many fields.
    pub(super) fn row(&mut self, fields: i16) {
        self.0.extend_from_slice(&fields.to_be_bytes());
    }

    pub(super) fn bigint(&mut self, value: i64) {
        self.bytes(&value.to_be_bytes());
    }

    pub(super) fn smallint(&mut self, value: i16) {
        self.bytes(&value.to_be_bytes());
    }

    pub(super) fn boolean(&mut self, value: bool) {
        self.bytes(&[u8::from(value)]);
    }

    pub(super) fn text(&mut self, value: &str) {
        self.measured(|out| push_text(out, value));
    }

    pub(super) fn optional<T>(&mut self, value: Option<T>, field: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => field(self, value),
            None => self.0.extend_from_slice(&(-1_i32).to_be_bytes()),
        }
    }

    pub(super) fn texts(&mut self, values: &[impl AsRef<str>]) {
        self.measured(|out| {
            out.extend_from_slice(&u32::from(!values.is_empty()).to_be_bytes());
            out.extend_from_slice(&0_u32.to_be_bytes());
            out.extend_from_slice(&TEXT.to_be_bytes());
            if !values.is_empty() {
                out.extend_from_slice(&length(values.len()).to_be_bytes());
                out.extend_from_slice(&1_u32.to_be_bytes());
            }
            for value in values {
                Rows(out).text(value.as_ref());
            }
        });
    }

    /// A value that is written as JSON without fail: structs of texts and numbers.
    pub(super) fn json(&mut self, value: &impl Serialize) {
        self.measured(|out| {
            out.push(1);
            let start = out.len();
            if serde_json::to_writer(&mut *out, value).is_err() {
                out.truncate(start);
                out.extend_from_slice(b"null");
            }
        });
    }

    fn bytes(&mut self, value: &[u8]) {
        self.0.extend_from_slice(&length(value.len()).to_be_bytes());
        self.0.extend_from_slice(value);
    }

    /// A field whose length is known when it is written.
    fn measured(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.0.len();
        self.0.extend_from_slice(&[0; 4]);
        write(self.0);
        let written = length(self.0.len() - start - 4);
        self.0[start..start + 4].copy_from_slice(&written.to_be_bytes());
    }
}

/// Postgres' text has every character but NUL.
fn push_text(out: &mut Vec<u8>, value: &str) {
    if value.contains('\0') {
        out.extend(value.bytes().filter(|byte| *byte != 0));
    } else {
        out.extend_from_slice(value.as_bytes());
    }
}

/// A field ends at 1 GB long before this saturates; the server refuses it then.
fn length(bytes: usize) -> i32 {
    i32::try_from(bytes).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_carry_their_length() {
        let mut out = Vec::new();
        let mut rows = Rows(&mut out);
        rows.row(4);
        rows.smallint(7);
        rows.optional(None::<&str>, Rows::text);
        rows.text("a\0é");
        rows.json(&["x"]);
        let wanted = [
            &[0, 4][..],
            &[0, 0, 0, 2, 0, 7],
            &[255, 255, 255, 255],
            &[0, 0, 0, 3, b'a', 0xc3, 0xa9],
            &[0, 0, 0, 6, 1, b'[', b'"', b'x', b'"', b']'],
        ];
        assert_eq!(out, wanted.concat());
    }

    #[test]
    fn an_empty_array_has_no_dimension() {
        let mut out = Vec::new();
        Rows(&mut out).texts(&[] as &[&str]);
        assert_eq!(out, [0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25]);
        out.clear();
        Rows(&mut out).texts(&["A"]);
        assert_eq!(out[..24], [0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 1, 0, 0, 0, 1]);
    }
}

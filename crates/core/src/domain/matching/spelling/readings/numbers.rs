//! Numbers, dates and the like that are no part of a name.

/// "01 - Mogwai", "03Mogwai": the number of a track, which begins with a nought or ends in a sign.
pub(super) fn without_track(name: &str) -> Option<&str> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &name[digits..];
    let padded = name.starts_with('0') && digits == 2;
    let signed = rest.trim_start().starts_with(['-', '.', ')']) && rest.ends_with(char::is_alphabetic);
    let glued = digits == 2 && name.starts_with('1') && rest.starts_with(char::is_uppercase);
    ((1..=2).contains(&digits) && (padded || (signed && rest.trim_start()[1..].starts_with(' ')) || glued))
        .then(|| rest.trim_start_matches(['-', '.', ')', ' ', '_']))
        .filter(|rest| rest.chars().any(char::is_alphabetic))
}

/// "Stereolab /2": how libraries number namesakes.
pub(super) fn without_library_number(name: &str) -> Option<&str> {
    let (head, number) = name.trim_end().rsplit_once(" /")?;
    ((1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())).then_some(head)
}

/// "Jay Farrar 5/12/01": a recording of that day.
pub(super) fn without_date(name: &str) -> Option<&str> {
    let (head, last) = name.trim().rsplit_once(' ')?;
    let parts: Vec<&str> = last.split(['/', '-', '.']).collect();
    let number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(number)).then_some(head)
}

//! Names as they are compared: without case and marks, in one order for search and table.

/// A text in lower case without the marks of Latin letters, so that "mexico" finds "México".
/// Letters of other alphabets stay as they are: the standard library's tables for them are 3 kB.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match plain(c) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(c.to_ascii_lowercase()),
        }
    }
    folded
}

/// The letters of the four languages that carry marks.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'Á' | 'À' | 'Â' | 'Ã' | 'Ä' | 'Å' => "a",
        'ç' | 'Ç' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'Í' | 'Ì' | 'Î' | 'Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ö' => "o",
        'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => "u",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        // A combining mark behind a plain letter.
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

/// What stands in a sorted list: a rank, the folded name, and the index of what has that name.
pub(crate) type Ranked = (usize, String, usize);

/// The indices by rank, those of one rank by name. By hand, for a sort of the library is 3 kB.
/// Source: J. Williams, "Algorithm 232: Heapsort" (1964).
#[must_use]
pub(crate) fn in_order(mut list: Vec<Ranked>) -> Vec<usize> {
    for root in (0..list.len() / 2).rev() {
        sift_down(&mut list, root);
    }
    for end in (1..list.len()).rev() {
        swap(&mut list, 0, end);
        sift_down(list.get_mut(..end).unwrap_or_default(), 0);
    }
    let mut order = Vec::new();
    for (_, _, index) in &list {
        order.push(*index);
    }
    order
}

/// Moves an entry down the heap until none below it is greater.
fn sift_down(heap: &mut [Ranked], mut root: usize) {
    loop {
        let left = 2 * root + 1;
        let greater = if heap.get(left) < heap.get(left + 1) { left + 1 } else { left };
        // Beyond the end is nothing, which is less than any entry.
        if heap.get(greater) <= heap.get(root) {
            return;
        }
        swap(heap, root, greater);
        root = greater;
    }
}

/// Swaps two entries. The library's own would panic with their places, in 1 kB that prints numbers.
fn swap(list: &mut [Ranked], a: usize, b: usize) {
    if let Ok([a, b]) = list.get_disjoint_mut([a, b]) {
        std::mem::swap(a, b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_folded() {
        assert_eq!(fold("São Tomé Œuvre N\u{303}"), "sao tome oeuvre n");
    }

    #[test]
    fn rank_comes_before_name_and_name_before_index() {
        let list = [(1, "a", 0), (0, "b", 9), (0, "b", 3), (0, "a", 4)];
        let list = list.map(|(rank, name, index)| (rank, name.to_owned(), index));
        assert_eq!(in_order(list.into()), [4, 3, 9, 0]);
    }
}

//! Points in whole units → SVG path data with no byte to spare.
//! Source: SVG 2, section 9.3, path data grammar.

use crate::geo::unit_box::UnitPoint;

/// Appends an open line: an absolute move, then relative steps.
pub(crate) fn write_line(path: &mut String, points: &[UnitPoint]) {
    let Some((&first, rest)) = points.split_first() else {
        return;
    };
    path.push('M');
    write_number(path, first.x, false);
    write_number(path, first.y, true);
    path.push('l');
    let (mut last, mut follows) = (first, false);
    for &point in rest {
        write_number(path, point.x - last.x, follows);
        write_number(path, point.y - last.y, true);
        last = point;
        follows = true;
    }
}

/// Appends a closed ring, given without its first point at the end.
pub(crate) fn write_ring(path: &mut String, points: &[UnitPoint]) {
    write_line(path, points);
    path.push('z');
}

/// Writes digits by hand: the library's formatting takes three times as long, and it is most of
/// what writing a path does. A minus sign parts two numbers as well as a space does.
fn write_number(path: &mut String, number: i32, follows: bool) {
    if number < 0 {
        path.push('-');
    } else if follows {
        path.push(' ');
    }
    let mut left = number.unsigned_abs();
    let mut power = 1;
    while left / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        let digit = u8::try_from(left / power).unwrap_or(0);
        path.push(char::from(b'0' + digit));
        left %= power;
        power /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_can_be() {
        let mut path = String::new();
        let corners = [(0, -10), (100, -10), (100, 90), (-2_000_000_000, 7)];
        write_ring(&mut path, &corners.map(|(x, y)| UnitPoint { x, y }));
        assert_eq!(path, "M0-10l100 0 0 100-2000000100-83z");
    }

    #[test]
    fn no_point_is_no_line() {
        let mut path = String::new();
        write_line(&mut path, &[]);
        assert_eq!(path, "");
    }
}

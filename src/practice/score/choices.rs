//! What is said where something is chosen outside of the plan: on the sheet, and about the pain after a session.

use std::time::Duration;

use super::board::{AFTER_TONE, BETWEEN, Board, Lengths, Spoken};
use super::phrase::{Line, Phrase};
use crate::practice::scan::{Choice, LATE, PAIN_AFTER, Scan};

/// Lays out the sheet: what has happened, then what can be chosen, twice.
pub(super) fn sheet(happened: &[Phrase], from: Duration, lengths: &dyn Lengths) -> Vec<Spoken> {
    let mut board = Board::new(&[], &[], lengths);
    let scan = Choice::scan();
    let scan = Scan { first: from + scan.first, ..scan };
    let ask = [Line::AnyKeyAtChoice.into()];
    say_before(&mut board, &[happened, &ask], from + AFTER_TONE, scan.first);
    for (slot, at) in scan.each() {
        let line = match Choice::of(slot) {
            Choice::GoOn => Line::ChoiceGoOn,
            Choice::Finish => Line::ChoiceFinish,
            Choice::Unwell => Line::ChoiceUnwell,
        };
        board.say_at(line.into(), at, 0);
    }
    board.spoken()
}

/// Lays out the question about the pain from zero on: after the last words of the session, twice, and what is said when
/// nobody answers.
pub(super) fn pain_after(last: Line, lengths: &dyn Lengths) -> Vec<Spoken> {
    let mut board = Board::new(&[], &[], lengths);
    let any_key = [Line::AnyKeyAtYours.into()];
    let mut from = AFTER_TONE;
    let (said, question) = ([last.into()], [Line::PainNow.into()]);
    let (whole, again): ([&[Phrase]; 3], [&[Phrase]; 1]) = ([&said, &question, &any_key], [&any_key]);
    let mut ask = whole.as_slice();
    for scan in PAIN_AFTER {
        say_before(&mut board, ask, from, scan.first);
        for (number, at) in scan.each() {
            board.say_at(Phrase::Number(number), at, 0);
        }
        from = scan.end() + LATE + BETWEEN;
        ask = &again;
    }
    say_before(&mut board, &[&[Line::NotAnswered.into()], &[Line::AllTold.into()]], from, Duration::MAX);
    board.spoken()
}

/// Says sentences one after another. One that would run past the end is left out.
fn say_before(board: &mut Board<'_>, sentences: &[&[Phrase]], mut from: Duration, end: Duration) {
    for sentence in sentences {
        if let Some((_, ended)) = board.place(&[sentence.to_vec()], from, end, 0) {
            from = ended + BETWEEN;
        }
    }
}

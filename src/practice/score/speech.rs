//! What is said, and when. Words come early and end before the count-in; the instant itself belongs to the tones.

use std::cmp::Ordering;
use std::time::Duration;

use super::board::{AFTER_TONE, BETWEEN, Board, Lengths, Spoken};
use super::own::{OwnText, own_texts};
use super::phrase::{Line, MOST, Phrase, Turns};
use super::{Cue, Profile, Wanted};
use crate::practice::measure::Side;
use crate::practice::plan::{Kind, Plan, Step, Technique};
use crate::practice::program::Place;
use crate::practice::scan::Scan;
use crate::practice::session::UnderWay;

/// What is said beside the plan itself.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Something said as soon as there is room from a position on: what a key has changed.
    pub aside: Option<(Duration, Vec<Phrase>)>,
    /// The step at which the question about tingling is asked, where it is owed.
    pub symptoms: Option<usize>,
    /// How far the session is.
    pub under_way: UnderWay,
}

/// An aside that has found no room by then is left out.
const STALE: Duration = Duration::from_secs(5);
/// No other words are said so short a time before numbers are.
const BEFORE_NUMBERS: Duration = Duration::from_millis(250);
/// A ramp shorter than this needs no words.
const RAMP: Duration = Duration::from_secs(3);

/// Something to say, in the words that fit: the first of these that do.
struct Saying {
    options: Vec<Vec<Phrase>>,
    when: When,
    step: usize,
}

#[derive(Clone, Copy)]
enum When {
    /// As soon as there is room in the step.
    Soon,
    /// As soon as there is room, and over by then.
    By(Duration),
    /// Just before the count-in of an instant.
    Before(Duration),
    /// Soon after an instant.
    After(Duration),
}

/// Lays out all that is said over the tones of a plan.
pub(super) fn lay(plan: &Plan, cues: &[Cue], profile: Profile, lengths: &dyn Lengths, beside: &Beside) -> Vec<Spoken> {
    let steps = plan.steps();
    let mut board = Board::new(cues, steps, lengths);
    let scans: Vec<_> = (0..steps.len()).map(|index| scan(plan, beside, index)).collect();
    for scan in scans.iter().flatten() {
        board.reserve(scan.first, scan.end());
    }
    if let Some((from, phrases)) = &beside.aside {
        let moment = plan.at(*from);
        // What is said on the way to something is not said over it.
        let ready = moment.filter(|moment| moment.step.kind == Kind::Ready).map(|moment| moment.step.end());
        let until = ready.map_or(*from + STALE, |end| end.min(*from + STALE));
        board.place(std::slice::from_ref(phrases), *from, until, moment.map_or(0, |moment| moment.index));
    }
    let mut said_stretch = None;
    for (index, (step, &scan)) in steps.iter().zip(&scans).enumerate() {
        let mut from = step.at;
        let until = if step.kind == Kind::Done { Duration::MAX } else { step.end() };
        let mut teller = Teller { plan, index, step, profile, beside, scan, said_stretch, sayings: Vec::new() };
        teller.tell();
        let question_over = scan.map(Scan::end).or_else(|| answered(plan, beside, index)).unwrap_or_default();
        for (number, at) in scan.into_iter().flat_map(Scan::each) {
            board.say_at(Phrase::Number(number), at, index);
        }
        for saying in teller.sayings {
            let placed = match saying.when {
                When::Soon => board.place(&saying.options, from, until, saying.step),
                When::By(end) => board.place(&saying.options, from, end, saying.step),
                When::Before(at) => board.place_before(&saying.options, from, at, saying.step),
                When::After(at) => board.place(&saying.options, at, until.min(at + STALE), saying.step),
            };
            if let Some((option, end)) = placed {
                from = end + BETWEEN;
                let shown = saying.options.get(option).is_some_and(|said| said.iter().any(is_stretch));
                said_stretch = if shown { Some((step.point, step.side)) } else { said_stretch };
            }
            // What comes next is told once the question is done with.
            from = from.max(question_over);
        }
    }
    board.spoken()
}

/// Returns the numbers that are spoken in a step: in the present one those of the question that is open, later those that
/// will be.
fn scan(plan: &Plan, beside: &Beside, index: usize) -> Option<Scan> {
    let UnderWay { begun, scan, .. } = beside.under_way;
    match (index + 1).cmp(&begun) {
        Ordering::Less => None,
        Ordering::Equal => scan.filter(|scan| plan.steps().get(index).is_some_and(|step| scan.first >= step.at)),
        Ordering::Greater => plan.scan_over(index).filter(|_| beside.symptoms != Some(index)),
    }
}

/// Returns from where on the present step is told, once its question was answered as the numbers were spoken.
fn answered(plan: &Plan, beside: &Beside, index: usize) -> Option<Duration> {
    let is_here = index + 1 == beside.under_way.begun && plan.asked_over(index).is_some();
    beside.under_way.free.filter(|_| is_here)
}

/// Lays out an aside where nothing else is heard.
pub(super) fn aside(phrases: &[Phrase], from: Duration, lengths: &dyn Lengths) -> Vec<Spoken> {
    let mut board = Board::new(&[], &[], lengths);
    board.place(&[phrases.to_vec()], from + AFTER_TONE, Duration::MAX, 0);
    board.spoken()
}

const fn is_stretch(phrase: &Phrase) -> bool {
    matches!(phrase, Phrase::Stretch(_) | Phrase::Line(Line::StretchShown))
}

/// Finds what there is to say at a step.
struct Teller<'a> {
    plan: &'a Plan,
    index: usize,
    step: &'a Step,
    profile: Profile,
    beside: &'a Beside,
    /// The numbers that are spoken here.
    scan: Option<Scan>,
    /// Where the words of a stretch were said last.
    said_stretch: Option<(usize, Option<Side>)>,
    sayings: Vec<Saying>,
}

impl<'a> Teller<'a> {
    fn tell(&mut self) {
        if self.step.length.is_zero() && self.step.kind != Kind::Done {
            return;
        }
        self.ask();
        match &self.step.kind {
            Kind::Ready => self.ready(),
            Kind::Locate => self.locate(),
            Kind::Press(_) => self.press(),
            // A key that has led here has had its words.
            Kind::Release if self.has_aside() => {}
            Kind::Release => self.say(&[&[Line::LetGo.into()]]),
            Kind::Rest => self.rest(),
            Kind::Stretch => self.stretch(),
            Kind::Move => self.say(&[&[Line::Move.into()]]),
            Kind::Switch => self.switch(),
            Kind::Done => self.say(&[&[Line::Done.into()]]),
        }
        if let Some(next) = self.next().filter(|next| next.kind == Kind::Move) {
            self.put(&[&[Line::MoveSoon.into()]], When::Before(next.at), self.index + 1);
        }
    }

    fn has_aside(&self) -> bool {
        let within = |from: Duration| from >= self.step.at && from < self.step.end();
        self.beside.aside.as_ref().is_some_and(|(from, _)| within(*from))
    }

    fn ask(&mut self) {
        if self.beside.symptoms == Some(self.index) {
            self.say(&[&[Line::Symptoms.into()]]);
        } else if let Some(scan) = self.scan {
            let any_key = Line::AnyKeyAtYours.into();
            let options: [&[Phrase]; 4] = [
                &[Line::HowStrong.into(), any_key],
                &[Line::HowStrongShort.into(), any_key],
                &[Line::HowStrong.into()],
                &[Line::HowStrongShort.into()],
            ];
            self.put(&options, When::By(scan.first.saturating_sub(BEFORE_NUMBERS)), self.index);
        } else if self.plan.asked_over(self.index).is_some() {
            // Where the way to the next task is short, its words need the room more.
            let cramped = self.step.kind == Kind::Ready && self.step.length < Duration::from_secs(10);
            if cramped {
                self.say(&[&[Line::HowStrongShort.into()]]);
            } else {
                self.say(&[&[Line::HowStrong.into()], &[Line::HowStrongShort.into()]]);
            }
        }
    }

    fn ready(&mut self) {
        let Some(next) = self.next() else { return };
        if next.continued {
            return self.say(&[&[Line::GetReady.into()]]);
        }
        let pressed = self.plan.steps()[..self.index].iter().rev().take_while(|step| self.is_here(step));
        if next.kind == Kind::Stretch && pressed.clone().any(|step| step.pressing().is_some()) {
            let words = self.stretch_words();
            return self.say(&[&[Line::NowStretch.into(), words], &[words], &[Line::NowStretch.into()]]);
        }
        let (place, side) = (self.place(), self.side());
        let own = self.own();
        match own.first() {
            Some(&own) => self.say(&[&[own, side], &[place, side], &[own], &[place], &[side]]),
            None => self.say(&[&[place, side], &[place], &[side]]),
        }
        let before = self.index.checked_sub(1).and_then(|before| self.plan.steps().get(before));
        let spot = self.plan.spot(self.step);
        let same_point = before.is_some_and(|before| before.point == self.step.point);
        if !same_point && next.kind == Kind::Locate {
            let held = before.and_then(|before| self.plan.spot(before)?.tool);
            if let Some(tool) = spot.and_then(|spot| spot.tool).filter(|&tool| Some(tool) != held) {
                self.say(&[&[Phrase::Tool(tool)]]);
            }
        }
        if let Some(Place::Known(site)) = spot.map(|spot| &spot.place).filter(|_| !same_point) {
            self.say(&[&[Phrase::Position(site)]]);
        }
        for &text in own.iter().skip(1).filter(|_| !same_point) {
            self.say(&[&[text]]);
        }
        if next.kind == Kind::Stretch {
            let words = self.stretch_words();
            self.say(&[&[words]]);
        }
    }

    fn locate(&mut self) {
        self.say(&[&[Line::Find.into()], &[Line::FindShort.into()]]);
        let Some((index, next)) = self.work() else { return };
        let way = match next.pressing().map(|pressing| pressing.technique) {
            Some(Technique::Alternate { .. }) => Some(Line::Alternate),
            Some(Technique::Strokes { .. }) => Some(Line::Strokes),
            Some(Technique::Glide) => Some(Line::Glide),
            Some(Technique::Roll) => Some(Line::Roll),
            Some(Technique::Hold) | None => None,
        };
        if let Some(way) = way {
            self.put(&[&[way.into()]], When::Soon, index);
        }
        let Some(round) = round(next) else { return };
        let seconds = next.length.as_secs();
        let length = [Phrase::Number(seconds as u8), Line::Seconds.into()];
        let with_length: Vec<_> = [round].into_iter().chain(length).collect();
        let told = seconds <= MOST.into() && next.length.subsec_millis() == 0 && way.is_none();
        if told {
            self.put(&[&with_length, &[round]], When::Soon, index);
        } else {
            self.put(&[&[round]], When::Soon, index);
        }
    }

    fn press(&mut self) {
        let Some(pressing) = self.step.pressing() else { return };
        if pressing.technique != Technique::Hold {
            return;
        }
        if self.step.round == 1 && pressing.ramp >= RAMP {
            self.say(&[&[Line::SinkIn.into()]]);
        }
        for turn in &pressing.step_ups {
            self.put(&[&[Line::MoreSoon.into()]], When::Before(self.step.at + turn.after), self.index);
        }
        self.half();
    }

    fn half(&mut self) {
        if self.profile.half == Wanted::Yes {
            let half = Duration::from_millis(self.step.length.as_millis() as u64 / 2);
            self.put(&[&[Line::HalfWay.into()]], When::After(self.step.at + half), self.index);
        }
    }

    fn rest(&mut self) {
        if self.sayings.is_empty() {
            self.say(&[&[Line::Rest.into()], &[Line::RestShort.into()]]);
        }
        let Some((index, next)) = self.work().filter(|(_, next)| !next.continued) else { return };
        let round = if next.round == next.rounds && next.rounds > 1 {
            (self.profile.last == Wanted::Yes).then_some(Line::Last.into())
        } else {
            round(next)
        };
        if let Some(round) = round {
            self.put(&[&[round]], When::Soon, index);
        }
    }

    fn stretch(&mut self) {
        if self.step.continued {
            return;
        }
        if self.step.round == 1 {
            if self.said_stretch != Some((self.step.point, self.step.side)) {
                let words = self.stretch_words();
                self.say(&[&[words]]);
            }
            self.say(&[&[if self.step.less { Line::Less } else { Line::Tightness }.into()]]);
        }
        self.half();
    }

    fn switch(&mut self) {
        let now = match self.next().and_then(|next| next.side) {
            Some(Side::Left) => Line::NowLeft,
            Some(Side::Right) => Line::NowRight,
            Some(Side::Middle) | None => return self.say(&[&[Line::ChangeSides.into()]]),
        };
        self.say(&[&[Line::ChangeSides.into(), now.into()], &[now.into()], &[Line::ChangeSides.into()]]);
    }

    /// The name of a place of the program's own, and what else of it may be spoken.
    fn own(&self) -> Vec<Phrase> {
        let texts = self.plan.spot(self.step).map(|spot| own_texts(&spot.place)).unwrap_or_default();
        texts.into_iter().map(|text| Phrase::Own(OwnText::of(text))).collect()
    }

    /// The plain name of the place; one that the list does not have is the next place.
    fn place(&self) -> Phrase {
        match self.plan.spot(self.step).map(|spot| &spot.place) {
            Some(Place::Known(site)) => Phrase::Place(site),
            Some(Place::Own(_)) | None => Line::NextPlace.into(),
        }
    }

    fn stretch_words(&self) -> Phrase {
        match self.plan.spot(self.step).map(|spot| &spot.place) {
            Some(Place::Known(site)) => Phrase::Stretch(site),
            Some(Place::Own(_)) | None => Line::StretchShown.into(),
        }
    }

    fn side(&self) -> Phrase {
        Phrase::Side(self.step.side.unwrap_or(Side::Middle))
    }

    fn is_here(&self, step: &Step) -> bool {
        (step.point, step.side) == (self.step.point, self.step.side)
    }

    /// The step after this one that is not cut to nothing.
    fn next(&self) -> Option<&'a Step> {
        self.plan.steps()[self.index + 1..].iter().find(|step| !step.length.is_zero())
    }

    /// The next work, where it comes right after this step.
    fn work(&self) -> Option<(usize, &'a Step)> {
        let later = self.plan.steps().iter().enumerate().skip(self.index + 1);
        later.filter(|(_, step)| !step.length.is_zero()).take(1).find(|(_, step)| step.kind.is_work())
    }

    fn say(&mut self, options: &[&[Phrase]]) {
        self.put(options, When::Soon, self.index);
    }

    fn put(&mut self, options: &[&[Phrase]], when: When, step: usize) {
        let options = options.iter().map(|phrases| phrases.to_vec()).collect();
        self.sayings.push(Saying { options, when, step });
    }
}

/// "Hold two of three": nothing where there is but one, or for the last.
fn round(step: &Step) -> Option<Phrase> {
    let turns = match &step.kind {
        Kind::Stretch => Turns::Stretch,
        Kind::Press(pressing) if pressing.technique == Technique::Hold => Turns::Hold,
        _ => Turns::Set,
    };
    (step.round < step.rounds).then_some(Phrase::Round(turns, step.round, step.rounds))
}

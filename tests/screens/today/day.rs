//! What Today shows of the rules of the day, and how it is answered.

use egui_kittest::{Harness, SnapshotOptions, SnapshotResults, kittest::NodeT, kittest::Queryable};
use kneadwell::practice::measure::Pain;
use kneadwell::practice::safety::effects::{AfterEffects, Effect};
use kneadwell::ui::action::{
    Action, Asked, DayAfter, DayView, DecisionLine, EasyChoice, Ladder, LockLine, OfferChoice, OfferLine, PointDay,
    Today, Way,
};
use kneadwell::ui::theme::Theme;

use super::Case;
use super::stage::{Look, click, nothing_is_lost, rich, walk};

const DUSK: Look = Look { theme: Theme::Dusk, ..Look::PAPER };
const SMALL: Look = Look { width: 640.0, height: 480.0, ..Look::PAPER };

fn line(way: Way, stressed: &str, plain: &str) -> DecisionLine {
    let why = "P-KEEP: the dose stays until three good days in a row. Good days so far: 17 and 18 November.";
    DecisionLine { way, stressed: stressed.to_owned(), plain: plain.to_owned(), why: why.to_owned() }
}

fn decisions() -> Vec<DecisionLine> {
    vec![
        line(Way::Same, "Left shoulder-top: hold 30 s, as before.", "Two good days so far."),
        line(Way::Down, "Right stiff-neck muscle: hold 25 s.", "You eased off at 12 s last time."),
        line(Way::Rest, "Between the blades rests today.", "It was still sore."),
        line(Way::Same, "Left flat of blade: hold 30 s, as before.", "It was not answered last time."),
    ]
}

fn ladder(rungs: usize, here: usize, offered: Option<usize>) -> Ladder {
    let rungs = (0..rungs).map(|i| format!("{} s", 25 + 5 * i)).collect();
    Ladder { title: "Week 2 · level 2 of 6".to_owned(), rungs, here, offered }
}

fn planned() -> DayView {
    DayView {
        day_after: None,
        pain_is_known: false,
        session: Today::Planned,
        points: vec![PointDay::Worked; 4],
        decisions: decisions(),
        offer: None,
        ladder: Some(ladder(6, 1, None)),
        notes: vec![],
        may_maintain: false,
        locks: vec![],
    }
}

fn offered() -> DayView {
    let offer = OfferLine {
        stressed: "You may hold 35 s instead of 30 s:".to_owned(),
        plain: "three good days in a row.".to_owned(),
        why: "P-UP: three good days in a row, and three days since the last step. 16, 17 and 18 November.".to_owned(),
        stay: "Stay at 30 s".to_owned(),
        go: "Go to 35 s".to_owned(),
        chosen: OfferChoice::Stay,
    };
    DayView { offer: Some(offer), ladder: Some(ladder(6, 1, Some(2))), ..planned() }
}

fn easy(chosen: bool) -> DayView {
    let why =
        if chosen { "You chose to do less today." } else { "The pain was 2 points higher than in the last week." };
    let mut decisions = decisions();
    decisions.insert(0, line(Way::Down, "Half of the holds, and never above 3 of 10.", why));
    DayView { session: Today::Easy { chosen }, decisions, ..planned() }
}

fn rest() -> DayView {
    let sentence = "Rest today: soreness from Tuesday was still there. Pressing is back on Saturday.".to_owned();
    let session = Today::Rest { sentence, why: "P-REST: soreness lasted longer than 48 hours.".to_owned() };
    let points = vec![PointDay::Rests("rests today".to_owned()); 4];
    DayView { session, points, offer: None, ladder: None, decisions: vec![], ..planned() }
}

fn locked() -> DayView {
    let lock = LockLine {
        what: "Everything: new weakness was marked on 18 November.".to_owned(),
        turn_to: "Tell Ana Ruiz, 555 0142.".to_owned(),
        one_point: false,
    };
    let points = vec![PointDay::Rests("locked".to_owned()); 4];
    DayView {
        session: Today::Locked,
        locks: vec![lock],
        points,
        offer: None,
        ladder: None,
        decisions: vec![],
        ..planned()
    }
}

fn after(hours: u16) -> DayAfter {
    DayAfter {
        session_day: "Tuesday".to_owned(),
        worked: "neck and shoulder".to_owned(),
        hours,
        pain: Asked::Open,
        effects: AfterEffects::default(),
        points: [(0, "Left shoulder-top"), (1, "Right stiff-neck muscle"), (3, "Left flat of the shoulder blade")]
            .map(|(index, words)| (index, words.to_owned()))
            .into(),
    }
}

fn given(score: u8) -> Asked {
    Pain::new(score).map_or(Asked::Open, |pain| Asked::Given { pain, kept: true })
}

fn asking(after: DayAfter) -> DayView {
    DayView { day_after: Some(after), pain_is_known: true, ..offered() }
}

fn on(day: DayView, look: Look) -> Harness<'static, Vec<Action>> {
    Case { day: Some(day), nothing_new: true, ..Case::new() }.on(look)
}

fn shown(day: DayView) -> Harness<'static, Vec<Action>> {
    on(day, Look::PAPER)
}

fn has(harness: &Harness<'_, Vec<Action>>, words: &str) -> bool {
    harness.query_by_label(words).is_some()
}

fn is_chosen(harness: &Harness<'_, Vec<Action>>, words: &str) -> bool {
    format!("{:?}", harness.get_by_label(words).accesskit_node().toggled()) == "Some(True)"
}

fn picture(name: &str, day: DayView, look: Look) -> SnapshotResults {
    let mut harness = on(day, look);
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots").max_failed_pixels(20);
    harness.snapshot_options(name, &options);
    harness.take_snapshot_results()
}

#[test]
fn the_day_after_is_asked_first_and_nothing_is_chosen_for_anyone() {
    let mut harness = shown(asking(after(20)));
    for words in [
        "Sore from Tuesday's neck and shoulder?",
        "How is the pain in your neck and shoulder now?",
        "Your answer can lower today's dose. It never raises it.",
        "First answer the question above, or put it off.",
    ] {
        assert!(has(&harness, words), "“{words}” is missing");
    }
    for words in ["No soreness", "Gone within a day", "Longer than a day, gone now", "Still there", "Headache"] {
        assert!(!is_chosen(&harness, words), "{words} is chosen");
    }
    assert!(!has(&harness, "How is the pain in your neck, upper back and shoulder now?"), "pain is asked twice");
    assert!(harness.get_by_label("Start").accesskit_node().is_disabled());
    assert_eq!(click(&mut harness, "Pain 3 of 10"), [Action::PainNextDay(Pain::new(3))]);
    assert_eq!(click(&mut harness, "Not now"), [Action::PainNextDay(None)]);
}

#[test]
fn long_after_it_is_the_morning_after_that_is_asked_about() {
    let harness = shown(DayView { pain_is_known: false, ..asking(after(40)) });
    assert!(has(&harness, "How was the pain the morning after?"));
    assert!(has(&harness, "How is the pain in your neck, upper back and shoulder now?"));
}

#[test]
fn every_click_answers_with_all_that_is_known() {
    let none = AfterEffects::default;
    let mut harness = shown(asking(after(30)));
    let expected = AfterEffects { soreness_hours: Some(24), ..none() };
    assert_eq!(click(&mut harness, "Gone within a day"), [Action::NextDayEffects(expected)]);
    let expected = AfterEffects { effects: Some(vec![]), ..none() };
    assert_eq!(click(&mut harness, "None of these"), [Action::NextDayEffects(expected)]);
    let expected = AfterEffects { effects: Some(vec![Effect::Headache]), ..none() };
    assert_eq!(click(&mut harness, "Headache"), [Action::NextDayEffects(expected)]);

    let sore = AfterEffects { soreness_hours: Some(30), effects: Some(vec![Effect::Bruise]), points: vec![1] };
    let mut harness = shown(asking(DayAfter { effects: sore.clone(), ..after(30) }));
    assert!(is_chosen(&harness, "Still there") && is_chosen(&harness, "Right stiff-neck muscle"));
    let expected = AfterEffects { points: vec![0, 1], ..sore.clone() };
    assert_eq!(click(&mut harness, "Left shoulder-top"), [Action::NextDayEffects(expected)]);
    let expected = AfterEffects { points: vec![], ..sore.clone() };
    assert_eq!(click(&mut harness, "Right stiff-neck muscle"), [Action::NextDayEffects(expected)]);
    let expected = AfterEffects { effects: None, ..sore };
    assert_eq!(click(&mut harness, "Bruise up to 2 cm"), [Action::NextDayEffects(expected)]);
}

#[test]
fn where_is_asked_only_of_what_is_somewhere() {
    let with = |effects| shown(asking(DayAfter { effects, ..after(30) }));
    let none = AfterEffects { soreness_hours: Some(0), effects: Some(vec![Effect::Headache]), points: vec![] };
    assert!(!has(&with(none.clone()), "Where?"));
    assert!(has(&with(AfterEffects { soreness_hours: Some(24), ..none.clone() }), "Where?"));
    let marked = AfterEffects { effects: Some(vec![Effect::SkinMark]), points: vec![3], ..none };
    let mut harness = with(marked.clone());
    assert!(has(&harness, "Where?"));
    let expected = AfterEffects { effects: Some(vec![]), points: vec![], ..marked };
    assert_eq!(click(&mut harness, "None of these"), [Action::NextDayEffects(expected)]);
}

#[test]
fn what_was_answered_is_one_line_that_opens_again() {
    let effects = AfterEffects { soreness_hours: Some(0), effects: Some(vec![]), points: vec![] };
    let done = DayAfter { pain: given(3), effects, ..after(20) };
    let mut harness = shown(asking(done));
    assert!(has(&harness, "Pain 3 of 10 · No soreness · None of these"));
    assert!(!harness.get_by_label("Start").accesskit_node().is_disabled());
    assert_eq!(click(&mut harness, "Change"), []);
    assert!(is_chosen(&harness, "No soreness") && has(&harness, "Kept. You may change it until you start."));
    assert_eq!(click(&mut harness, "That is all"), []);
    assert!(!has(&harness, "No soreness"));
    let mut harness = shown(asking(DayAfter { pain: Asked::NotNow, ..after(20) }));
    assert!(has(&harness, "Not answered"));
    click(&mut harness, "Answer now");
    assert!(has(&harness, "Still there"));
}

#[test]
fn an_offer_begins_with_staying() {
    let mut harness = shown(offered());
    assert!(has(&harness, "Week 2 · level 2 of 6"));
    assert!(has(&harness, "Steps 25 s, 30 s, 35 s, 40 s, 45 s, 50 s. Now 30 s, and 35 s is offered."));
    assert!(has(&harness, "You may hold 35 s instead of 30 s: three good days in a row."));
    assert!(is_chosen(&harness, "Stay at 30 s") && !is_chosen(&harness, "Go to 35 s"));
    assert_eq!(click(&mut harness, "Go to 35 s"), [Action::Offer(OfferChoice::Go)]);
    assert_eq!(click(&mut harness, "Stay at 30 s"), [Action::Offer(OfferChoice::Stay)]);
    assert_eq!(click(&mut harness, "Start"), [Action::Start]);
    assert_eq!(click(&mut harness, "Do less today"), [Action::EasyToday(EasyChoice::Easy)]);
}

#[test]
fn why_and_the_other_decisions_unfold_in_place() {
    let mut harness = shown(offered());
    let why = "P-UP: three good days in a row, and three days since the last step. 16, 17 and 18 November.";
    assert!(!has(&harness, why));
    click(&mut harness, "Why: You may hold 35 s instead of 30 s: three good days in a row.");
    assert!(has(&harness, why));
    let sore = "Between the blades rests today. It was still sore.";
    assert!(!has(&harness, sore));
    click(&mut harness, "and 4 more");
    assert!(has(&harness, sore));
    click(&mut harness, "Show less");
    assert!(!has(&harness, sore));
}

#[test]
fn decisions_are_told_before_start() {
    let mut harness = shown(planned());
    assert!(has(&harness, "Left shoulder-top: hold 30 s, as before. Two good days so far."));
    assert!(!has(&harness, "Left flat of blade: hold 30 s, as before. It was not answered last time."));
    let more = harness.get_by_label_contains(" more").accesskit_node().label().unwrap_or_default();
    click(&mut harness, &more);
    assert!(has(&harness, "Left flat of blade: hold 30 s, as before. It was not answered last time."));
}

#[test]
fn an_easy_session_can_be_taken_back_only_where_it_was_chosen() {
    let mut harness = shown(easy(true));
    assert!(has(&harness, "An easy session today"));
    assert!(has(&harness, "Half of the holds, and never above 3 of 10. You chose to do less today."));
    assert!(!has(&harness, "Do less today"));
    assert_eq!(click(&mut harness, "Back to the planned dose"), [Action::EasyToday(EasyChoice::Planned)]);
    assert!(!has(&shown(easy(false)), "Back to the planned dose"));
}

#[test]
fn on_a_day_of_rest_or_behind_a_lock_there_is_no_start() {
    let mut harness = shown(rest());
    assert!(has(&harness, "Rest today: soreness from Tuesday was still there. Pressing is back on Saturday."));
    assert_eq!(harness.query_all_by_label("rests today").count(), 4);
    for words in ["Start", "Nothing new since last time", "Press 3 × 30 s", "0 of 10"] {
        assert!(harness.query_all_by_label(words).next().is_none(), "{words} is there");
    }
    assert_eq!(click(&mut harness, "Something is new"), [Action::SomethingNew]);
    let harness = shown(locked());
    for words in
        ["Everything: new weakness was marked on 18 November.", "Tell Ana Ruiz, 555 0142.", "Record a go-ahead"]
    {
        assert!(harness.query_all_by_label_contains(words).next().is_some(), "{words} is not there");
    }
    for words in ["Start", "Nothing new since last time", "0 of 10"] {
        assert!(!has(&harness, words), "{words} is there");
    }
}

#[test]
fn one_point_rests_while_the_others_go_on() {
    let mut day = planned();
    day.points[2] = PointDay::Rests("not before 15:00".to_owned());
    let harness = shown(day);
    assert!(has(&harness, "not before 15:00") && has(&harness, "Start"));
    assert!(has(&harness, "3 points · press, then stretch · about 14 minutes"));
    assert_eq!(harness.query_all_by_label("Press 3 × 30 s").count(), 2);
}

#[test]
fn notes_of_the_day_stand_under_the_points() {
    let notes = vec![line(Way::Note, "A change that counts:", "the pain is 2 points lower than in the first week.")];
    let mut harness = shown(DayView { notes, may_maintain: true, ..planned() });
    assert!(has(&harness, "A change that counts: the pain is 2 points lower than in the first week."));
    assert_eq!(click(&mut harness, "Two or three days a week from now on"), [Action::Maintain]);
}

#[test]
fn start_is_in_sight_without_scrolling() {
    for day in [planned(), offered(), easy(true), easy(false)] {
        let harness = shown(day);
        let start = harness.get_by_label("Start").rect();
        assert!(start.bottom() <= 770.0, "Start lies at {start:?}");
    }
}

#[test]
fn the_keyboard_comes_to_everything() {
    for look in [Look::PAPER, SMALL] {
        let mut harness = on(asking(DayAfter { pain: given(3), ..after(20) }), look);
        let names = walk(&mut harness, 48);
        for name in [
            "Pain 10 of 10",
            "Still there",
            "None of these",
            "That is all",
            "Why: You may hold 35 s instead of 30 s: three good days in a row.",
            "Go to 35 s",
            "Do less today",
            "Start",
        ] {
            assert!(names.iter().any(|found| found == name), "{name} is not among {names:?} in {look:?}");
        }
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    let effects = AfterEffects { soreness_hours: Some(30), effects: Some(vec![Effect::Bruise]), points: vec![1] };
    let sore = DayAfter { pain: given(3), effects, ..after(30) };
    let notes = vec![line(Way::Note, "The plan's limit is reached.", "Tell your therapist when you see them.")];
    let long = DayView { notes, may_maintain: true, ladder: Some(ladder(14, 9, Some(10))), ..offered() };
    let short = DayView { ladder: Some(ladder(2, 0, Some(1))), ..offered() };
    for look in Look::all().chain([SMALL]) {
        for day in [&asking(sore.clone()), &long, &short, &planned(), &easy(true), &rest(), &locked()] {
            let case = Case { day: Some(day.clone()), program: Some(rich()), ..Case::new() };
            nothing_is_lost(&case.on(look), look);
        }
    }
}

#[test]
fn pictures() {
    let mut pictures = SnapshotResults::new();
    let effects = AfterEffects { soreness_hours: Some(24), effects: None, points: vec![0] };
    let sore = DayAfter { pain: given(3), effects, ..after(30) };
    pictures.extend(picture("today-after-paper", asking(sore.clone()), Look::PAPER));
    pictures.extend(picture("today-after-dusk", asking(sore.clone()), DUSK));
    pictures.extend(picture("today-after-small", asking(sore), SMALL));
    pictures.extend(picture("today-offer-paper", offered(), Look::PAPER));
    pictures.extend(picture("today-offer-dusk", offered(), DUSK));
    pictures.extend(picture("today-easy-paper", easy(true), Look::PAPER));
    pictures.extend(picture("today-rest-dusk", rest(), DUSK));
}

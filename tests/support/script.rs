//! A session played from a script by a clock moved by hand, and written down line by line.
//!
//! A script says `routine: file/routine` once, `scanned` where any key answers as the numbers are spoken, and then `0:35.5 NAME` for everything that is put: a key by its name, or
//! `click NAME` for a button that has no key (resume, unwell, finish, discard), or `kill` to end the program there and rebuild
//! the session from its events.

use std::fmt::Write as _;
use std::time::Duration;

use kneadwell::practice::journal::{Event, Happened, Overstep, Question};
use kneadwell::practice::keys::{Key, Wish, wish};
use kneadwell::practice::measure::{Discomfort, Side};
use kneadwell::practice::plan::Plan;
use kneadwell::practice::scan::AnswerBy;
use kneadwell::practice::score::{Profile, Score};
use kneadwell::practice::session::{Input, Session, State};
use kneadwell::practice::tally::{Mark, Tally};

use crate::programs;

#[derive(Debug, Clone)]
pub struct Script {
    pub routine: String,
    pub puts: Vec<(Duration, String)>,
    /// Whether the sounds still to come after the last put are written down too.
    pub with_score: bool,
    /// Whether its questions are answered as numbers are spoken.
    pub answer_by: AnswerBy,
}

/// A session that has been played.
pub struct Played {
    pub plan: Plan,
    pub session: Session,
    pub events: Vec<Event>,
    pub transcript: String,
    pub until: Duration,
}

impl Script {
    pub fn read(text: &str) -> Self {
        let mut script =
            Self { routine: String::new(), puts: Vec::new(), with_score: false, answer_by: AnswerBy::Digits };
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            if let Some(routine) = line.strip_prefix("routine: ") {
                routine.clone_into(&mut script.routine);
            } else if line == "with score" {
                script.with_score = true;
            } else if line == "scanned" {
                script.answer_by = AnswerBy::Scan;
            } else {
                let (at, what) = line.split_once(' ').expect("`TIME KEY`");
                script.puts.push((time(at), what.trim().to_owned()));
            }
        }
        script
    }

    /// Plays the script with a tick at every multiple of `every`, to its last line, or to the end of the session if the
    /// session still runs there.
    pub fn play(&self, every: Duration) -> Played {
        let plan = match self.answer_by {
            AnswerBy::Digits => programs::plan(&self.routine),
            AnswerBy::Scan => programs::plan(&self.routine).scanned(),
        };
        let (session, first) = Session::start(plan.clone());
        let mut play = Play { session, events: Vec::new(), transcript: String::new(), clock: Duration::ZERO, every };
        play.note(first);
        for (at, what) in &self.puts {
            play.tick_to(*at);
            play.put(what, &plan);
        }
        let score = if self.with_score { play.score() } else { String::new() };
        if play.session.state() == State::Running {
            let end = play.clock + play.session.left(play.clock);
            play.tick_to(end.max(play.clock));
        }
        play.close();
        play.transcript.push_str(&score);
        Played { plan, session: play.session, events: play.events, transcript: play.transcript, until: play.clock }
    }
}

struct Play {
    session: Session,
    events: Vec<Event>,
    transcript: String,
    clock: Duration,
    every: Duration,
}

impl Play {
    fn tick_to(&mut self, until: Duration) {
        while self.clock + self.every < until {
            self.clock += self.every;
            self.apply(Input::Tick);
        }
        self.clock = until;
    }

    fn put(&mut self, what: &str, plan: &Plan) {
        let mut ticked = self.session.clone();
        let due = ticked.apply(Input::Tick, self.clock);
        let position = shown(ticked.position(self.clock));
        let input = if let Some(button) = what.strip_prefix("click ") {
            Some(clicked(button))
        } else if what == "kill" {
            None
        } else {
            match wish(Key::named(what), &self.session, self.clock) {
                Some(Wish::Put(input)) => Some(input),
                Some(Wish::Time) | None => None,
            }
        };
        let told = match input {
            Some(input) => self.session.apply(input, self.clock),
            None => self.session.apply(Input::Tick, self.clock),
        };
        let (before, after) = told.split_at(due.len());
        assert_eq!(before, due, "what was due is told before what a key does");
        self.note(before.to_vec());
        let _ = writeln!(self.transcript, "{:>9} {position:>9}   > {what}", shown(self.clock));
        self.note(after.to_vec());
        if what == "kill" {
            self.session = Session::replay(plan.clone(), &self.events, self.clock);
        }
    }

    fn apply(&mut self, input: Input) {
        let events = self.session.apply(input, self.clock);
        self.note(events);
    }

    fn note(&mut self, events: Vec<Event>) {
        for event in &events {
            let line = told(event, self.session.plan());
            let _ = writeln!(self.transcript, "{:>9} {:>9}  {line}", shown(event.at), shown(event.position));
        }
        self.events.extend(events);
    }

    fn close(&mut self) {
        self.apply(Input::Tick);
        let position = self.session.position(self.clock);
        let _ = writeln!(self.transcript, "\n{:?} at {}", self.session.state(), shown(position));
        for point in Tally::of(&self.events).points {
            let holds: Vec<_> = point.holds.iter().map(|hold| mark(hold.mark())).collect();
            let answers: Vec<_> = point
                .answers
                .iter()
                .map(|(round, level)| format!("{round}: {}", number(level.map(Discomfort::level))))
                .collect();
            let share = point.share().map_or_else(String::new, |share| format!(" {:.0} %", share * 100.0));
            let _ = writeln!(
                self.transcript,
                "{}: holds [{}]{share}, stretches {}, asked [{}], to ask {:?}",
                place(point.side, &point.site),
                holds.join(" "),
                point.stretches,
                answers.join(", "),
                point.unanswered(),
            );
        }
    }

    /// The sounds to come from here, a line for each step that they announce.
    fn score(&self) -> String {
        let (plan, position) = (self.session.plan(), self.session.position(self.clock));
        let mut lines = String::new();
        let mut step = None;
        for cue in Score::of(plan, Profile::default()).from(position) {
            if step != Some(cue.step) {
                let _ = write!(lines, "\n{} {}:", cue.step, plan.steps()[cue.step].kind.id());
                step = Some(cue.step);
            }
            let _ = write!(lines, " {} {}", shown(cue.at), cue.tone.id());
        }
        lines + "\n"
    }
}

fn clicked(button: &str) -> Input {
    match button {
        "pause" => Input::Pause,
        "resume" => Input::Resume,
        "stop" => Input::Stop,
        "unwell" => Input::Unwell,
        "finish" => Input::FinishEarly,
        "discard" => Input::Discard,
        "back" => Input::Back,
        "ease" => Input::Ease,
        other => panic!("no button {other}"),
    }
}

fn told(event: &Event, plan: &Plan) -> String {
    match &event.what {
        Happened::Began(began) => {
            let which = if began.rounds > 1 { format!(" {} of {}", began.round, began.rounds) } else { String::new() };
            let climb = plan
                .steps()
                .iter()
                .rev()
                .filter(|step| step.at == event.position && step.kind.id() == began.step)
                .find_map(|step| step.pressing())
                .map_or_else(String::new, |press| format!(" {}→{},", press.from, press.target));
            assert_eq!(began.target.is_some(), began.step == "press");
            let length = seconds(began.length_ms);
            let less = if began.less && began.step == "stretch" { ", less than usual" } else { "" };
            format!("{}{which} {}{climb} {length}{less}", began.step, place(began.side, &began.site)).replace(" ,", ",")
        }
        Happened::SteppedUp { to } => format!("  up to {to}"),
        Happened::Held(held) => format!("  held {} for {}", held.step, seconds(held.ms)),
        Happened::Extended { ms } => format!("  {} more", seconds(*ms)),
        Happened::Lowered { why, from, to } => format!("  {}: later holds {from} → {to}", overstep(why)),
        Happened::PressingEnded { why, dropped } => {
            format!("  {}: pressing ended, {dropped} holds fall away", overstep(why))
        }
        Happened::Eased { to } => format!("  eased to {}", number(*to)),
        Happened::LetGo { after_ms } => format!("  let go after {}", seconds(*after_ms)),
        Happened::Refused { why } => format!("  refused: {why:?}"),
        Happened::Asked { question } => format!("  asked: {}", asked(question)),
        Happened::Answered { question, level } => format!("  answered {level}: {}", asked(question)),
        Happened::Unanswered { question } => format!("  unanswered: {}", asked(question)),
        Happened::AskedAgain => "  asked again".to_owned(),
        other => format!("  {}", format!("{other:?}").to_lowercase()),
    }
}

fn overstep(why: &Overstep) -> String {
    format!("{} after hold {}, {} said of {}", why.rule.id(), why.round, number(why.said), why.ceiling)
}

fn asked(question: &Question) -> String {
    match question {
        Question::Discomfort { site, side, round, .. } => {
            format!("discomfort after hold {round}, {}", place(*side, site))
        }
        Question::Symptoms { .. } => "symptoms".to_owned(),
    }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Whole => "whole",
        Mark::Part => "part",
        Mark::Missed => "missed",
    }
}

fn number(level: Option<u8>) -> String {
    level.map_or_else(|| "–".to_owned(), |level| level.to_string())
}

fn place(side: Option<Side>, site: &str) -> String {
    side.map_or_else(|| site.to_owned(), |side| format!("{} {site}", side.id()))
}

fn seconds(ms: u64) -> String {
    format!("{} s", ms as f64 / 1000.0)
}

/// Reads `1:05.25`.
fn time(text: &str) -> Duration {
    let (minutes, seconds) = text.split_once(':').expect("M:SS");
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let whole: u64 = minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap();
    Duration::from_millis(whole * 1000 + format!("{fraction:0<3}").parse::<u64>().unwrap())
}

fn shown(time: Duration) -> String {
    let ms = time.as_millis();
    format!("{}:{:02}.{:03}", ms / 60_000, ms / 1000 % 60, ms % 1000)
}

//! Something feels wrong, in the terminal: which sign it is, that it is kept, and where to turn.

use std::time::Duration;

use i18n_embed_fl::fl;

use super::Terminal;
use crate::practice::program::Program;
use crate::practice::safety::{Flag, Sign};
use crate::words::{LOADER, place, safety};
use crate::world::World;
use crate::world::stage::Stage;

/// Lists the signs, keeps those that are named, and says where to turn. Where none is named, that something felt wrong is kept.
pub(super) fn ask(world: &World, stage: &Stage, program: &Program, terminal: &Terminal) {
    let listed: Vec<_> = program.stop_if.iter().cloned().map(Flag::Own).collect();
    let signs = Sign::listed_for(&program.regions()).into_iter().map(Flag::Sign);
    let listed: Vec<_> = listed.into_iter().chain(signs).collect();
    terminal.say(&fl!(LOADER, "play-signs"));
    for (number, flag) in (1..).zip(&listed) {
        terminal.say(&format!("{number:>4}  {}", row(flag)));
    }
    let named = read(terminal, &listed);
    let now = world.clock.civil();
    let prescribed = &program.prescribed;
    if named.is_empty() {
        let by = prescribed.by.clone();
        let contact = prescribed.contact.as_ref().map_or_else(|| by.clone(), |contact| format!("{by}, {contact}"));
        world.store.flag(Some(stage.id()), &Flag::Own(fl!(LOADER, "play-felt-wrong")), stage.place(), &now);
        terminal.say(&fl!(LOADER, "play-unwell", contact = contact));
        return;
    }
    for flag in &named {
        world.store.flag(Some(stage.id()), flag, stage.place(), &now);
    }
    for line in safety::where_to_turn(&named, &prescribed.by, prescribed.contact.as_deref()) {
        terminal.say(&line);
    }
    let flags: Vec<_> = named.iter().collect();
    terminal.say(&format!("\n{}", fl!(LOADER, "stop-note")));
    let session = stage.session();
    // It is halted, so its position does not hang on the time.
    let work = session.moment(Duration::ZERO).filter(|moment| moment.step.kind.is_work());
    let doing = work.and_then(|moment| {
        let spot = session.plan().spot(moment.step)?;
        Some((place::sided(spot.place.id(), moment.step.side), spot.tool, moment.offset))
    });
    let doing = doing.as_ref().map(|(place, tool, held)| (place.as_str(), *tool, *held));
    terminal.say(&safety::note(&flags, &now.strftime("%H:%M").to_string(), doing));
}

fn row(flag: &Flag) -> String {
    match flag {
        Flag::Sign(sign) => format!("{}; {}", safety::sign(*sign), safety::example(*sign)),
        Flag::Own(words) => format!("{words} ({})", fl!(LOADER, "check-own")),
    }
}

/// Reads numbers of the list. An empty line and the end of the input name none; what is no number is asked for again.
fn read(terminal: &Terminal, listed: &[Flag]) -> Vec<Flag> {
    while let Some(line) = terminal.line() {
        let words: Vec<_> = line.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let flag = |word: &&str| listed.get(word.parse::<usize>().ok()?.checked_sub(1)?).cloned();
        if let Some(named) = words.iter().map(flag).collect() {
            return named;
        }
        terminal.say(&fl!(LOADER, "play-signs-again", last = (listed.len() as i64)));
    }
    Vec::new()
}

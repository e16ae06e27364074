//! Every key arrives. egui drops the keys that it has no name for (some media keys, pedals and presenters); here they are told to
//! the app beside it, before the window hears of them.

use std::sync::mpsc::Sender;

use eframe::egui::Key;
use eframe::{EframeWinitApplication, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, KeyEvent, StartCause, WindowEvent};
use winit::event_loop::ActiveEventLoop;
use winit::keyboard::{Key as Logical, KeyCode, ModifiersState, NamedKey, NativeKeyCode, PhysicalKey};
use winit::window::WindowId;

use crate::practice::keys::assigned::Struck;

/// The window, with an ear at its keys.
pub(super) struct Listening<'a> {
    window: EframeWinitApplication<'a>,
    told: Sender<Struck>,
    modifiers: ModifiersState,
}

impl<'a> Listening<'a> {
    /// Listens at a window; the keys that egui drops are told.
    pub fn to(window: EframeWinitApplication<'a>, told: Sender<Struck>) -> Self {
        Self { window, told, modifiers: ModifiersState::empty() }
    }

    fn hear(&self, key: &KeyEvent) {
        let chord = ModifiersState::CONTROL | ModifiersState::ALT | ModifiersState::SUPER;
        if key.state.is_pressed()
            && !key.repeat
            && !self.modifiers.intersects(chord)
            && let Some(name) = dropped(&key.logical_key, key.physical_key)
        {
            // egui draws a frame after every key, and the app reads this then. At the very end nobody listens any more.
            let _ = self.told.send(Struck::named(&name));
        }
    }
}

/// Returns the name of a key that egui drops; `None` for one that it tells itself.
fn dropped(logical: &Logical, physical: PhysicalKey) -> Option<String> {
    let by_name = match logical {
        Logical::Named(NamedKey::LaunchApplication1 | NamedKey::LaunchApplication2) => return None,
        // These three are told as what they do to the clipboard, not as keys.
        Logical::Named(named @ (NamedKey::Copy | NamedKey::Cut | NamedKey::Paste)) => {
            return Some(format!("{named:?}"));
        }
        Logical::Named(named) => Some(format!("{named:?}")),
        Logical::Character(typed) if Key::from_name(typed).is_some() => return None,
        Logical::Character(_) | Logical::Unidentified(_) | Logical::Dead(_) => None,
    };
    // egui goes by the place of a key whose name it does not know.
    let by_place = match physical {
        PhysicalKey::Code(code) => Some(format!("{code:?}")),
        PhysicalKey::Unidentified(_) => None,
    };
    let is_told = |name: &Option<String>| name.as_deref().is_some_and(|name| Key::from_name(name).is_some());
    if is_told(&by_name) || (is_told(&by_place) && physical != KeyCode::FnLock) {
        return None;
    }
    Some(by_name.or(by_place).unwrap_or_else(|| code_of(physical)))
}

/// Returns the number that the system has for a key without a name.
fn code_of(physical: PhysicalKey) -> String {
    match physical {
        PhysicalKey::Unidentified(NativeKeyCode::Xkb(code) | NativeKeyCode::Android(code)) => format!("0x{code:x}"),
        PhysicalKey::Unidentified(NativeKeyCode::Windows(code) | NativeKeyCode::MacOS(code)) => format!("0x{code:x}"),
        PhysicalKey::Unidentified(NativeKeyCode::Unidentified) | PhysicalKey::Code(_) => "0x0".to_owned(),
    }
}

impl ApplicationHandler<UserEvent> for Listening<'_> {
    fn window_event(&mut self, events: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        match &event {
            WindowEvent::ModifiersChanged(modifiers) => self.modifiers = modifiers.state(),
            // What winit makes up when the window gets the keyboard is no press of anyone.
            WindowEvent::KeyboardInput { event, is_synthetic: false, .. } => self.hear(event),
            _ => {}
        }
        self.window.window_event(events, window, event);
    }

    fn resumed(&mut self, events: &ActiveEventLoop) {
        self.window.resumed(events);
    }

    fn new_events(&mut self, events: &ActiveEventLoop, cause: StartCause) {
        self.window.new_events(events, cause);
    }

    fn user_event(&mut self, events: &ActiveEventLoop, event: UserEvent) {
        self.window.user_event(events, event);
    }

    fn device_event(&mut self, events: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.window.device_event(events, device, event);
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        self.window.about_to_wait(events);
    }

    fn suspended(&mut self, events: &ActiveEventLoop) {
        self.window.suspended(events);
    }

    fn exiting(&mut self, events: &ActiveEventLoop) {
        self.window.exiting(events);
    }

    fn memory_warning(&mut self, events: &ActiveEventLoop) {
        self.window.memory_warning(events);
    }
}

#[cfg(test)]
mod tests {
    use winit::keyboard::NativeKey;

    use super::*;

    const NOWHERE: PhysicalKey = PhysicalKey::Unidentified(NativeKeyCode::Xkb(0x1d3));

    /// What egui tells itself must not be told twice: two presses in a row would let go of a hold.
    #[test]
    fn keys_that_egui_tells_are_not_told_again() {
        use NamedKey::*;
        for named in [
            Enter,
            Tab,
            Space,
            Escape,
            ArrowLeft,
            ArrowRight,
            PageUp,
            PageDown,
            Home,
            End,
            Insert,
            Delete,
            Backspace,
            F1,
            F13,
            F24,
            F35,
            BrowserBack,
            MediaPlayPause,
            MediaTrackNext,
            MediaTrackPrevious,
            MediaStop,
            AudioVolumeUp,
            LaunchMail,
            LaunchApplication1,
            ScrollLock,
            Pause,
            ContextMenu,
            Help,
            Standby,
            Clear,
        ] {
            assert_eq!(dropped(&Logical::Named(named), NOWHERE), None, "{named:?}");
        }
        let typed = |text: &str| Logical::Character(text.into());
        for (logical, code) in [
            (typed("a"), KeyCode::KeyA),
            // Cyrillic, a French digit, and a dead key go by their places.
            (typed("ф"), KeyCode::KeyA),
            (typed("é"), KeyCode::Digit2),
            (Logical::Dead(Some('^')), KeyCode::BracketLeft),
            (Logical::Named(AltGraph), KeyCode::AltRight),
            (Logical::Named(MediaPlay), KeyCode::MediaPlayPause),
        ] {
            assert_eq!(dropped(&logical, PhysicalKey::Code(code)), None, "{logical:?}");
        }
    }

    #[test]
    fn keys_that_egui_drops_are_told_by_their_name_or_number() {
        let nameless = Logical::Unidentified(NativeKey::Xkb(0));
        assert_eq!(dropped(&Logical::Named(NamedKey::MediaPause), NOWHERE).as_deref(), Some("MediaPause"));
        assert_eq!(dropped(&Logical::Named(NamedKey::Copy), NOWHERE).as_deref(), Some("Copy"));
        assert_eq!(dropped(&nameless, PhysicalKey::Code(KeyCode::IntlYen)).as_deref(), Some("IntlYen"));
        assert_eq!(dropped(&Logical::Character("ю".into()), NOWHERE).as_deref(), Some("0x1d3"));
        assert_eq!(dropped(&nameless, NOWHERE).as_deref(), Some("0x1d3"));
    }
}

//! Places whose figures follow what led to them: 石门县在重大项目的带动下,开工项目67个,完成投资增长4.5%.

use crate::phrases::measure::counted_works;
use crate::phrases::name::Name;
use crate::statement::Sentence;
use std::ops::Range;

/// So many statements are told of one place at most.
const MOST: usize = 8;

impl Sentence<'_> {
    /// Notes the place that a clause begins with, where words say what led it.
    pub(crate) fn note_led(&mut self, clause: &Range<usize>) {
        let Some((place, _)) = self.phrases.led(clause) else {
            return;
        };
        if !self.phrases.own.iter().any(|own| place.plain == *own) {
            let told = self.drafts.len();
            self.carried.place = Some((place.clone(), told));
            self.carried.led = Some((place, told));
        }
    }

    /// The place that what is told first is of, and figures of works after that.
    pub(super) fn place_led(&self, names: &[Name]) -> Option<Name> {
        let (place, before) = self.carried.led.as_ref()?;
        let since = self.drafts.get(*before..)?;
        let own = |name: &Name| name.plain.starts_with(place.plain.as_str());
        let works =
            |name: &Name| counted_works(name).is_some() || name.plain.starts_with("完成投资");
        let fits = since.len() < MOST && since.iter().all(|it| own(&it.name));
        let theirs = |name: &Name| (since.is_empty() || works(name)) && !own(name);
        (fits && names.iter().all(theirs)).then(|| place.clone())
    }
}

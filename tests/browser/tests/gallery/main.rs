//! The gallery: every panel and layout as it looks, held to the pictures in
//! `gallery/`. `cargo xtask gallery --renew` takes them anew.

mod machine;
mod plan;
mod readme;

use halfyear_browser_tests::{Driver, Engine, Error, Likeness, Page, Picture, Site, Tree, folder};
use libtest_mimic::{Arguments, Failed, Trial};
use machine::Machine;
use plan::{Shot, shots};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Runtime;

/// How much may look otherwise from afar where fonts or browser are not those
/// that the pictures were taken with.
const ROUGH: f64 = 0.12;

/// What all pictures are taken with.
struct Studio {
    runtime: Runtime,
    driver: Driver,
    /// Browsers that nobody photographs with at the moment.
    idle: Mutex<Vec<Page>>,
    site: Site,
    widget: PathBuf,
    gallery: PathBuf,
    /// Whether the old pictures were taken on a machine like this.
    alike: bool,
    renew: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match trials(&arguments) {
        Ok((trials, studio)) => {
            let conclusion = libtest_mimic::run(&arguments, trials);
            if let Some(studio) = studio {
                studio.close();
            }
            conclusion.exit_code()
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn gallery() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gallery")
}

impl Studio {
    fn close(&self) {
        let idle = std::mem::take(&mut *self.idle.lock().unwrap_or_else(PoisonError::into_inner));
        for page in idle {
            // What does not close now ends with its driver.
            let _ = self.runtime.block_on(page.close());
        }
    }
}

/// A test for each picture, and what takes them unless they are only listed.
fn trials(arguments: &Arguments) -> Result<(Vec<Trial>, Option<Arc<Studio>>), Error> {
    let widget = folder("HALFYEAR_WIDGET")?;
    let shots = shots(&widget)?;
    let renew = std::env::var_os("HALFYEAR_RENEW").is_some();
    let page = readme::page(&shots);
    let mut trials = Vec::new();
    let mut open = None;
    if !arguments.list {
        let machine = Machine::here()?;
        let alike = renew || machine.took(&gallery())?;
        let runtime = Runtime::new()?;
        let site = runtime.block_on(Site::start())?;
        let studio = Arc::new(Studio {
            driver: Driver::start(Engine::Chromium)?,
            idle: Mutex::default(),
            runtime,
            site,
            widget,
            gallery: gallery(),
            alike,
            renew,
        });
        if renew {
            machine.sign(&gallery())?;
            readme::write(&gallery(), &page)?;
        }
        open = Some(Arc::clone(&studio));
        for shot in shots {
            let studio = Arc::clone(&studio);
            let name = shot.name.clone();
            trials.push(Trial::test(name, move || compare(&studio, &shot)));
        }
    } else {
        let listed = |shot: Shot| Trial::test(shot.name, || Ok(()));
        trials.extend(shots.into_iter().map(listed));
    }
    trials.push(Trial::test("the_gallery_shows_every_picture", move || {
        Ok(readme::check(&gallery(), &page)?)
    }));
    Ok((trials, open))
}

/// Takes one picture and holds it to the old one.
fn compare(studio: &Studio, shot: &Shot) -> Result<(), Failed> {
    let taken = studio.runtime.block_on(take(studio, shot))?;
    let kept = studio.gallery.join(format!("{}.png", shot.name));
    let beside = kept.with_extension("new.png");
    if beside.exists() {
        fs::remove_file(&beside)?;
    }
    let old = match fs::read(&kept) {
        Ok(bytes) => Some(Picture::decode(&bytes)?),
        Err(_) => None,
    };
    let trouble = old
        .as_ref()
        .map_or(Some("there is no picture of it yet".to_owned()), |old| {
            unlike(studio, old, &taken)
        });
    let Some(trouble) = trouble else {
        return Ok(());
    };
    let file = if studio.renew { &kept } else { &beside };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, taken.encode()?)?;
    if studio.renew {
        return Ok(());
    }
    Err(format!(
        "{trouble}; look at gallery/{0}.new.png beside gallery/{0}.png, and if it is as it should \
         be: cargo xtask gallery --renew",
        shot.name
    )
    .into())
}

/// What a person would notice, if anything.
fn unlike(studio: &Studio, old: &Picture, new: &Picture) -> Option<String> {
    if studio.alike {
        return match old.like(new) {
            Likeness::Same => None,
            Likeness::Different(pixels) => Some(format!("{pixels} pixels look different")),
            Likeness::Sizes((w, h), (width, height)) => Some(format!(
                "it is {width} × {height} pixels, and was {w} × {h}"
            )),
        };
    }
    let part = old.roughly(new);
    (part > ROUGH).then(|| format!("{:.0} % of it looks different from afar", part * 100.0))
}

async fn take(studio: &Studio, shot: &Shot) -> Result<Picture, Error> {
    let idle = || studio.idle.lock().unwrap_or_else(PoisonError::into_inner);
    let known = idle().pop();
    let page = match known {
        Some(page) => page,
        None => Page::open(&studio.driver).await?,
    };
    let taken = photograph(studio, shot, &page).await;
    idle().push(page);
    taken
}

async fn photograph(studio: &Studio, shot: &Shot, page: &Page) -> Result<Picture, Error> {
    let tree = Tree::of(&studio.widget).with_page(&shot.page);
    page.resize(shot.width, 800, 1.0).await?;
    page.visit(&studio.site.serve(tree)).await?;
    page.drawn(shot.elements).await?;
    page.value("document.fonts.ready.then(() => {})").await?;
    Picture::decode(&page.photograph(shot.width, 1.0).await?)
}

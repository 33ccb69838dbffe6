package be.vlaanderen.loopbaankrediet.acceptance;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;

/** How somebody works with a page; things are named as people see them, by the beginning of their words. */
interface Hands {

    /** A button or link; the first of that name that is met. */
    void press(String name);

    void type(String label, String text);

    /**
     * A day, in the order in which the browser wants its parts.
     *
     * @param day of which day and month have the same number, so that this order does not matter
     */
    void date(String label, LocalDate day);

    /** A checkbox or radio button. */
    void tick(String label);

    /** An option of a list. */
    void choose(String label, String option);

    void give(String label, FilePayload file);

    /** Points and clicks, or taps. */
    record Mouse(Page page) implements Hands {

        @Override
        public void press(String name) {
            Locator named = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(begin(name)))
                    .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(begin(name))));
            named.last().waitFor();
            named.last().click(); // what a button opened stands after it
        }

        @Override
        public void type(String label, String text) {
            labelled(label).fill(text);
        }

        @Override
        public void date(String label, LocalDate day) {
            labelled(label).fill(day.toString());
        }

        @Override
        public void tick(String label) {
            labelled(label).check();
        }

        @Override
        public void choose(String label, String option) {
            labelled(label).selectOption(new SelectOption().setLabel(option));
        }

        @Override
        public void give(String label, FilePayload file) {
            labelled(label).setInputFiles(file);
        }

        private Locator labelled(String label) {
            return page.getByLabel(begin(label)).first();
        }

        private static Pattern begin(String words) {
            return Pattern.compile("^\\s*" + words.replaceAll("[.?*+()\\[\\]]", "\\\\$0"));
        }
    }

    /** Tab, Enter, space and arrows, as who has no mouse. */
    record Keyboard(Page page) implements Hands {

        private static final int MOST_TABS = 250;
        private static final int MOST_ARROWS = 12;
        private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("ddMMyyyy");
        private static final String FOCUSED = """
                () => {
                  let at = document.activeElement;
                  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                  const words = each => (each.getAttribute('aria-label') ?? each.labels?.[0]?.innerText ?? each.innerText ?? '').trim();
                  const group = at.type === 'radio' ? [...at.getRootNode().querySelectorAll(`[name="${at.name}"]`)].map(words) : [];
                  return { name: words(at), type: at.type ?? '', checked: at.checked === true, group: group.join('\\n') };
                }""";

        /** Choosers of files are ours from now on: asked for with the key, the browser may have opened its own by then. */
        public Keyboard {
            page.onFileChooser(_ -> {});
        }

        @Override
        public void press(String name) {
            reach(name);
            page.keyboard().press("Enter");
        }

        @Override
        public void type(String label, String text) {
            reach(label);
            page.keyboard().press("Control+A");
            page.keyboard().type(text);
        }

        @Override
        public void date(String label, LocalDate day) {
            if (day.getDayOfMonth() != day.getMonthValue()) {
                throw new IllegalArgumentException("a browser may want the month first: " + day);
            }
            reach(label);
            page.keyboard().type(DIGITS.format(day));
        }

        @Override
        public void tick(String label) {
            reach(label);
            for (int arrow = 0; arrow < MOST_ARROWS && !focused("name").startsWith(label); arrow++) {
                page.keyboard().press("ArrowDown");
            }
            if (focused("checked").equals("false")) {
                page.keyboard().press("Space");
            }
        }

        @Override
        public void choose(String label, String option) {
            reach(label);
            page.keyboard().type(option.split(" ", 2)[0]); // a space would open the list
        }

        @Override
        public void give(String label, FilePayload file) {
            reach(label);
            FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
            chooser.setFiles(file);
        }

        /** By Tab, from where one is; past the end it goes on at the beginning. */
        private void reach(String name) {
            page.getByText(name)
                    .or(page.getByLabel(name))
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            for (int tab = 0; tab < MOST_TABS; tab++) {
                page.keyboard().press("Tab");
                if (focused("name").startsWith(name)
                        || focused("group").lines().anyMatch(other -> other.startsWith(name))) {
                    return;
                }
            }
            throw new AssertionError("not reached with " + MOST_TABS + " tabs: " + name);
        }

        private String focused(String what) {
            return String.valueOf(((Map<?, ?>) page.evaluate(FOCUSED)).get(what));
        }
    }
}

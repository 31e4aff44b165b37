package app.cadeau.livepage;

import org.jspecify.annotations.Nullable;

/** What came of opening a LIVE. */
public sealed interface Opening {

    record Opened(LivePage page) implements Opening {}

    /**
     * @param seen what was there instead, in words for a person
     * @param kept of a page that was not understood or asks for a challenge; null when there was none to keep
     */
    record NotOpened(Trouble trouble, String seen, @Nullable Keepsake kept) implements Opening {

        public NotOpened(Trouble trouble, String seen) {
            this(trouble, seen, null);
        }
    }
}

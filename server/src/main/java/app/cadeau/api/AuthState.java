package app.cadeau.api;

import org.jspecify.annotations.Nullable;

/**
 * What a page must know before it shows anything.
 *
 * @param keyHolder came by the one-time link, or has the token of the home
 * @param csrf goes into X-CSRF-Token with every call that changes something; null without a cookie
 * @param live base of the LIVE site that sends go to
 */
record AuthState(
        boolean needsAdmin,
        boolean keyHolder,
        @Nullable MemberLine member,
        @Nullable String csrf,
        String version,
        String live,
        boolean simulator,
        ConsentLine consent) {

    record MemberLine(String name, String role) {}

    record ConsentLine(
            boolean needed, boolean given, @Nullable Long dailyCap) {}
}

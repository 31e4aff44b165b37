package app.cadeau.simulator;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Who else is in a LIVE, and what they say. One of them bears the nickname of our main account. */
record People(List<String> names, List<String> lines) {

    static final People REGULARS = new People(
            List.of(
                    "Léa",
                    "Marco_88",
                    "sunny.day",
                    "Nour",
                    "Aya ♥",
                    "TomTom",
                    "gamer_kid",
                    "Inès",
                    "Big Joe",
                    "Main",
                    "Yuki",
                    "ordinaryuser",
                    "Chloé B.",
                    "Rose",
                    "DJ Max",
                    "Fest Fan",
                    "hana",
                    "Paulo",
                    "queen_mia",
                    "Zed"),
            List.of(
                    "hello from Lyon",
                    "let's gooo",
                    "Rose for the win",
                    "first time here",
                    "trop bien ce live",
                    "sent Rose × 4",
                    "can you sing again?",
                    "More more more!",
                    "love this song ❤️",
                    "Send it!",
                    "gg",
                    "bonsoir à tous",
                    "who is winning?",
                    "100K soon !!",
                    "😂😂😂",
                    "greetings from Quebec"));

    /** An evening draws more of them. */
    static final People OF_AN_EVENING = REGULARS.and(
            List.of("mathieu_22", "Sofia", "kirito", "La Reine", "nightowl", "Ömer", "Bea", "petit_chat"),
            List.of("allez allez allez", "on lâche rien", "what a voice", "tap tap tap"));

    /** What they give, the usual gifts more often. */
    static final List<Long> GIFTS = List.of(5655L, 5655L, 5655L, 16871L, 5487L, 6064L, 5879L, 9333L, 16873L);

    private People and(List<String> moreNames, List<String> moreLines) {
        return new People(both(names, moreNames), both(lines, moreLines));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    GiftFrames.Giver someone(Random random) {
        return GiftFrames.Giver.named(names.get(random.nextInt(names.size())));
    }
}

package app.cadeau.simulator;

import java.util.List;

/** A small picture for every gift: a motif and two colours that follow from its id. */
final class GiftPictures {

    private static final List<String> MOTIFS = List.of(
            "M32 55C14 41 8 32 8 23a12 12 0 0 1 24-4 12 12 0 0 1 24 4c0 9-6 18-24 32z",
            "M32 6l8 18 19 2-14 13 4 19-17-10-17 10 4-19L5 26l19-2z",
            "M10 24 20 10h24l10 14-22 32z M10 24h44 M24 24l8 30 8-30",
            "M8 46 12 18l12 14 8-20 8 20 12-14 4 28z",
            "M32 8a17 19 0 0 1 6 37l3 5h-9v8-8h-9l3-5a17 19 0 0 1 6-37z",
            "M44 8v32a9 7 0 1 1-5-6V20L24 24v24a9 7 0 1 1-5-6V16z",
            "M32 6c4 12 18 17 18 32a18 18 0 0 1-36 0c0-8 5-12 7-18 4 3 6 6 7 10 3-7 5-15 4-24z",
            "M8 40c2-18 12-26 24-26s22 8 24 26z M8 44h48v8H8z",
            "M32 10c10 0 22 8 22 22S44 56 32 56 10 46 10 32 22 10 32 10z M24 26v6 M40 26v6 M22 40q10 8 20 0",
            "M6 40l52-26-18 44-10-16z M30 42l28-28");

    private static final String ROSE = "<path d='M33 34c-2 8-2 16-3 24' stroke='#2fae66' stroke-width='4' fill='none' "
            + "stroke-linecap='round'/><path d='M31 50c6-8 12-8 16-6-2 7-9 9-16 6z' fill='#2fae66'/>"
            + "<path d='M32 36C18 36 14 26 17 14c5 2 8 2 11-4 3-3 6-3 8 0 3 6 7 6 11 4 3 12-1 22-15 22z' fill='url(#g)'/>"
            + "<path d='M24 18c3 6 12 7 16 0M32 10c-5 6-4 12 0 16 5-3 6-9 0-16z' stroke='#fff' stroke-opacity='.55' "
            + "stroke-width='2' fill='none'/>";

    private GiftPictures() {}

    static String svg(long id) {
        boolean rose = id == 5655;
        long mixed = Ids.of("picture", Long.toString(id)) / 10_007;
        long hue = rose ? 350 : mixed % 360;
        String motif = rose
                ? ROSE
                : "<path d='" + MOTIFS.get((int) (mixed / 360 % MOTIFS.size()))
                        + "' fill='url(#g)' stroke='#fff' stroke-opacity='.5' stroke-width='2' stroke-linejoin='round'/>";
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><defs><linearGradient id='g' x1='0' y1='0' x2='1' y2='1'>"
                + "<stop offset='0' stop-color='hsl(" + hue + " 95% 68%)'/><stop offset='1' stop-color='hsl("
                + (hue + (rose ? 350 : 40)) % 360 + " 90% 46%)'/></linearGradient></defs>" + motif + "</svg>";
    }
}

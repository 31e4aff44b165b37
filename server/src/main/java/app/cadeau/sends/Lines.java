package app.cadeau.sends;

import app.cadeau.livepage.PageNews;

/** News of the page as lines of the journal. */
final class Lines {

    private Lines() {}

    static Evidence.Answer answer(PageNews.Answered news) {
        return new Evidence.Answer(
                news.key(),
                news.httpStatus(),
                news.statusCode(),
                news.prompt(),
                news.coinsLeft() == null ? null : news.coinsLeft().amount(),
                news.groupId(),
                news.orderId(),
                news.msgId(),
                news.calmDown(),
                news.sameConnection(),
                news.at());
    }
}

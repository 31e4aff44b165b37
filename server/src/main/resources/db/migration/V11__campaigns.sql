-- One order spread over several accounts: each account's share is a send of its own, with this id in its row.
create table campaigns (
    id         text    not null primary key,
    quantity   integer not null,
    max_coins  bigint,
    created_at bigint  not null
);

alter table sends add column campaign text;

create index sends_by_campaign on sends (campaign) where campaign is not null;

-- Which accounts support a streamer: on a real site they are few.
create index sends_by_streamer on sends (streamer, account);

-- The member who attested that the account is theirs.
alter table accounts add column owner text not null default 'owner';

-- What this database knows of itself: how far it has come, where it lives, whether it is a copy or has moved away. The
-- same number stands in a file beside it and grows before the first arming of every send: a database that is older than
-- its file was put back from a copy.
create table database_mark (
    id             integer not null primary key,
    generation     bigint  not null,
    machine        text    not null,
    copied_at      bigint,
    restored_cause text,
    restored_at    bigint,
    moved_to       text,
    moved_at       bigint
);

insert into database_mark (id, generation, machine) values (1, 0, '');

-- For H2 and PostgreSQL alike.
create table job (
    id uuid primary key,
    state varchar(16) not null,
    key_id varchar(64) not null,
    idempotency_key varchar(255),
    fingerprint varchar(64) not null,
    files integer not null,
    bytes bigint not null,
    created timestamp(6) with time zone not null,
    started timestamp(6) with time zone,
    finished timestamp(6) with time zone,
    crashes integer not null,
    suspect varchar(600),
    suspect_crashes integer not null,
    items_read integer not null,
    all_read boolean not null,
    items_extracted integer not null,
    frames bigint not null,
    version integer not null,
    constraint job_idempotency unique (key_id, idempotency_key)
);

create index job_by_state on job (state, created);
create index job_by_created on job (created);

create table job_entry (
    job_id uuid not null references job (id) on delete cascade,
    position integer not null,
    outcome varchar(16) not null,
    item varchar(600),
    sentence varchar(4000),
    primary key (job_id, position)
);

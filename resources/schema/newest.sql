CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
;
CREATE TABLE assignments (
	id INTEGER NOT NULL, 
	unit_id INTEGER, 
	organisation_id INTEGER, 
	person_id INTEGER, 
	name TEXT, 
	duty TEXT, 
	starts_on TEXT, 
	ends_on TEXT, 
	paper_number TEXT, 
	paper_on TEXT, 
	CONSTRAINT ck_assignments_holder CHECK ((person_id IS NULL) <> (name IS NULL)), 
	CONSTRAINT ck_assignments_period CHECK (ends_on >= starts_on), 
	CONSTRAINT ck_assignments_place CHECK ((unit_id IS NULL) <> (organisation_id IS NULL)), 
	CONSTRAINT fk_assignments_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_assignments_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_assignments_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_assignments PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE attachments (
	id INTEGER NOT NULL, 
	count_id INTEGER NOT NULL, 
	file_name TEXT NOT NULL, 
	media TEXT NOT NULL, 
	attached_at TEXT NOT NULL, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT ck_attachments_media CHECK (media IN ('pdf', 'jpeg', 'png')), 
	CONSTRAINT ck_attachments_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_attachments_count_id FOREIGN KEY(count_id) REFERENCES counts (id), 
	CONSTRAINT pk_attachments PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE attendances (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	present INTEGER NOT NULL, 
	CONSTRAINT ck_attendances_counts CHECK (present >= 0), 
	CONSTRAINT fk_attendances_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_attendances PRIMARY KEY (id), 
	CONSTRAINT uq_attendances_round_id_at UNIQUE (round_id, at)
)
 STRICT


;
CREATE TABLE attendees (
	id INTEGER NOT NULL, 
	congress_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	official INTEGER NOT NULL, 
	standing TEXT NOT NULL, 
	paper TEXT, 
	told_on TEXT, 
	presence TEXT, 
	reason TEXT, 
	accepted_by TEXT, 
	accepted_on TEXT, 
	CONSTRAINT ck_attendees_excused CHECK (presence IS NULL OR presence <> 'excused' OR (reason IS NOT NULL AND accepted_by IS NOT NULL)), 
	CONSTRAINT ck_attendees_number CHECK (number >= 1), 
	CONSTRAINT ck_attendees_presence CHECK (presence IN ('present', 'excused', 'absent')), 
	CONSTRAINT fk_attendees_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT fk_attendees_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT pk_attendees PRIMARY KEY (id), 
	CONSTRAINT uq_attendees_congress_id_member_id UNIQUE (congress_id, member_id), 
	CONSTRAINT uq_attendees_congress_id_number UNIQUE (congress_id, number)
)
 STRICT


;
CREATE TABLE audit_entries (
	sequence INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	action TEXT NOT NULL, 
	record_kind TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, sealed TEXT, 
	CONSTRAINT ck_audit_entries_hash_length CHECK (length(hash) = 64), 
	CONSTRAINT ck_audit_entries_previous_length CHECK (length(previous) = 64), 
	CONSTRAINT ck_audit_entries_sequence CHECK (sequence >= 1), 
	CONSTRAINT pk_audit_entries PRIMARY KEY (sequence), 
	CONSTRAINT uq_audit_entries_hash UNIQUE (hash), 
	CONSTRAINT uq_audit_entries_previous UNIQUE (previous)
)
 STRICT


;
CREATE TABLE audit_seals (
	sequence INTEGER NOT NULL, 
	record_table TEXT NOT NULL, 
	record_key INTEGER NOT NULL, 
	sha256 TEXT, 
	CONSTRAINT ck_audit_seals_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_audit_seals_sequence FOREIGN KEY(sequence) REFERENCES audit_entries (sequence), 
	CONSTRAINT pk_audit_seals PRIMARY KEY (sequence, record_table, record_key)
)
 STRICT


;
CREATE TABLE ballot_stocks (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	box TEXT NOT NULL, 
	printed INTEGER, 
	issued INTEGER, 
	unused INTEGER, 
	replaced INTEGER, 
	collected INTEGER, 
	CONSTRAINT ck_ballot_stocks_counts CHECK (printed >= 0 AND issued >= 0 AND unused >= 0 AND replaced >= 0 AND collected >= 0), 
	CONSTRAINT fk_ballot_stocks_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_ballot_stocks PRIMARY KEY (id), 
	CONSTRAINT uq_ballot_stocks_round_id_box UNIQUE (round_id, box)
)
 STRICT


;
CREATE TABLE book_entries (
	id INTEGER NOT NULL, 
	book TEXT NOT NULL, 
	branch_id INTEGER NOT NULL, 
	happens_on TEXT NOT NULL, 
	member_id INTEGER, 
	name TEXT, 
	subject TEXT, 
	party TEXT, 
	number TEXT, 
	paper_on TEXT, 
	amount INTEGER, 
	out_of INTEGER, 
	until TEXT, 
	back_on TEXT, 
	note TEXT, 
	CONSTRAINT ck_book_entries_book CHECK (book IN ('cards_received', 'files_received', 'files_lent', 'badges', 'rewards', 'resolutions')), 
	CONSTRAINT ck_book_entries_counts CHECK (amount >= 0 AND out_of >= 0), 
	CONSTRAINT ck_book_entries_period CHECK (until >= happens_on AND back_on >= happens_on), 
	CONSTRAINT fk_book_entries_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_book_entries_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT pk_book_entries PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE branch_hamlets (
	id INTEGER NOT NULL, 
	branch_id INTEGER NOT NULL, 
	hamlet_id INTEGER NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	CONSTRAINT ck_branch_hamlets_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_branch_hamlets_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_branch_hamlets_hamlet_id FOREIGN KEY(hamlet_id) REFERENCES units (id), 
	CONSTRAINT pk_branch_hamlets PRIMARY KEY (id), 
	CONSTRAINT uq_branch_hamlets_branch_id_hamlet_id UNIQUE (branch_id, hamlet_id)
)
 STRICT


;
CREATE TABLE "campaigns" (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	election_day TEXT NOT NULL, 
	plan_number TEXT, 
	plan_on TEXT, 
	results_by TEXT, 
	contest_kind TEXT NOT NULL, 
	CONSTRAINT ck_campaigns_contestkind CHECK (contest_kind IN ('hamlet_head', 'branch_congress')), 
	CONSTRAINT pk_campaigns PRIMARY KEY (id), 
	CONSTRAINT uq_campaigns_code UNIQUE (code)
)
 STRICT


;
CREATE TABLE candidacies (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	candidate_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT ck_candidacies_position CHECK (position >= 1), 
	CONSTRAINT fk_candidacies_candidate_id FOREIGN KEY(candidate_id) REFERENCES candidates (id), 
	CONSTRAINT fk_candidacies_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_candidacies PRIMARY KEY (id), 
	CONSTRAINT uq_candidacies_round_id_candidate_id UNIQUE (round_id, candidate_id), 
	CONSTRAINT uq_candidacies_round_id_position UNIQUE (round_id, position)
)
 STRICT


;
CREATE TABLE "candidates" (
	id INTEGER NOT NULL, 
	contest_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	printed_name TEXT NOT NULL, 
	origin TEXT DEFAULT 'committee' NOT NULL, 
	consents INTEGER, 
	withdraws INTEGER DEFAULT 0 NOT NULL, 
	let_go INTEGER, 
	CONSTRAINT ck_candidates_counts CHECK (consents >= 0), 
	CONSTRAINT ck_candidates_origin CHECK (origin IN ('committee', 'floor', 'self')), 
	CONSTRAINT fk_candidates_contest_id FOREIGN KEY(contest_id) REFERENCES contests (id), 
	CONSTRAINT fk_candidates_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_candidates PRIMARY KEY (id), 
	CONSTRAINT uq_candidates_contest_id_person_id UNIQUE (contest_id, person_id)
)
 STRICT


;
CREATE TABLE chain_exceptions (
	id INTEGER NOT NULL, 
	chain_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	note TEXT, 
	owner TEXT, 
	due_on TEXT, 
	settled_on TEXT, 
	CONSTRAINT ck_chain_exceptions_exceptionreason CHECK (reason IN ('no_head', 'head_not_member', 'head_probationary', 'other_branch', 'shared_branch', 'other_elected', 'too_old', 'other')), 
	CONSTRAINT ck_chain_exceptions_note CHECK (reason <> 'other' OR note IS NOT NULL), 
	CONSTRAINT fk_chain_exceptions_chain_id FOREIGN KEY(chain_id) REFERENCES chains (id), 
	CONSTRAINT fk_chain_exceptions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_chain_exceptions PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE chain_overrides (
	id INTEGER NOT NULL, 
	chain_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	gate INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	name TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT ck_chain_overrides_gate CHECK (gate IN (1, 2, 3, 5)), 
	CONSTRAINT ck_chain_overrides_reasoned CHECK (length(reason) > 0 AND length(name) > 0), 
	CONSTRAINT fk_chain_overrides_chain_id FOREIGN KEY(chain_id) REFERENCES chains (id), 
	CONSTRAINT fk_chain_overrides_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_chain_overrides PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE chain_plan_steps (
	id INTEGER NOT NULL, 
	chain_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	number TEXT, 
	reason TEXT, 
	CONSTRAINT ck_chain_plan_steps_planstepkind CHECK (what IN ('submitted', 'returned', 'approved')), 
	CONSTRAINT ck_chain_plan_steps_reason CHECK (what <> 'returned' OR reason IS NOT NULL), 
	CONSTRAINT fk_chain_plan_steps_chain_id FOREIGN KEY(chain_id) REFERENCES chains (id), 
	CONSTRAINT fk_chain_plan_steps_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_chain_plan_steps PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE chains (
	id INTEGER NOT NULL, 
	campaign_id INTEGER, 
	name TEXT NOT NULL, 
	congress_from TEXT NOT NULL, 
	switched_on_at TEXT NOT NULL, 
	CONSTRAINT fk_chains_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id), 
	CONSTRAINT pk_chains PRIMARY KEY (id), 
	CONSTRAINT uq_chains_campaign_id UNIQUE (campaign_id)
)
 STRICT


;
CREATE TABLE cluster_households (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	cluster_id INTEGER NOT NULL, 
	household_id INTEGER NOT NULL, 
	CONSTRAINT fk_cluster_households_cluster_id FOREIGN KEY(cluster_id) REFERENCES clusters (id), 
	CONSTRAINT fk_cluster_households_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT fk_cluster_households_household_id FOREIGN KEY(household_id) REFERENCES households (id), 
	CONSTRAINT pk_cluster_households PRIMARY KEY (id), 
	CONSTRAINT uq_cluster_households_election_id_household_id UNIQUE (election_id, household_id)
)
 STRICT


;
CREATE TABLE clusters (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	households INTEGER, 
	chair TEXT, 
	venue TEXT, 
	opening TEXT, 
	CONSTRAINT ck_clusters_counts CHECK (households >= 0), 
	CONSTRAINT ck_clusters_number CHECK (number >= 1), 
	CONSTRAINT fk_clusters_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_clusters PRIMARY KEY (id), 
	CONSTRAINT uq_clusters_election_id_number UNIQUE (election_id, number)
)
 STRICT


;
CREATE TABLE complaints (
	id INTEGER NOT NULL, 
	congress_id INTEGER NOT NULL, 
	raised_on TEXT NOT NULL, 
	raised_by TEXT NOT NULL, 
	what TEXT NOT NULL, 
	settled_on TEXT, 
	settlement TEXT, 
	CONSTRAINT ck_complaints_days CHECK (settled_on >= raised_on), 
	CONSTRAINT ck_complaints_settled CHECK ((settled_on IS NULL) = (settlement IS NULL)), 
	CONSTRAINT fk_complaints_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT pk_complaints PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE "congress_texts" (
	id INTEGER NOT NULL, 
	congress_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT ck_congress_texts_textkind CHECK (kind IN ('bases', 'preparation', 'programme', 'rules', 'standards', 'political_report', 'review_report', 'speech', 'discussion', 'tasks', 'guests', 'handed_over', 'unfinished')), 
	CONSTRAINT fk_congress_texts_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT pk_congress_texts PRIMARY KEY (id), 
	CONSTRAINT uq_congress_texts_congress_id_kind UNIQUE (congress_id, kind)
)
 STRICT


;
CREATE TABLE congress_works (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	who TEXT NOT NULL, 
	due_on TEXT NOT NULL, 
	branch_id INTEGER, 
	unit_id INTEGER, 
	done_on TEXT, 
	note TEXT, 
	CONSTRAINT ck_congress_works_unit CHECK (branch_id IS NULL OR unit_id IS NULL), 
	CONSTRAINT ck_congress_works_year CHECK (year BETWEEN 1930 AND 2999), 
	CONSTRAINT fk_congress_works_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_congress_works_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_congress_works PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE congresses (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	branch_id INTEGER NOT NULL, 
	number INTEGER, 
	announced_on TEXT, 
	opened_at TEXT, 
	reported_at TEXT, 
	closed_at TEXT, 
	report_number TEXT, 
	report_sent_on TEXT, 
	handed_over_on TEXT, 
	destroyed_on TEXT, 
	destroyed_number TEXT, sealed_at TEXT, handed_over_hour TEXT, delegates_to TEXT, delegates_term TEXT, speakers INTEGER CONSTRAINT ck_congresses_speakers CHECK (speakers >= 0), alternates INTEGER CONSTRAINT ck_congresses_alternates CHECK (alternates >= 0), 
	CONSTRAINT ck_congresses_hours CHECK (closed_at >= opened_at), 
	CONSTRAINT ck_congresses_number CHECK (number >= 1), 
	CONSTRAINT fk_congresses_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_congresses_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_congresses PRIMARY KEY (id), 
	CONSTRAINT uq_congresses_election_id UNIQUE (election_id)
)
 STRICT


;
CREATE TABLE "contests" (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	post TEXT NOT NULL, 
	code TEXT DEFAULT 'head' NOT NULL, 
	position INTEGER DEFAULT 1 NOT NULL, 
	CONSTRAINT ck_contests_contestcode CHECK (code IN ('head', 'committee', 'secretary', 'deputy', 'delegates')), 
	CONSTRAINT ck_contests_contestkind CHECK (kind IN ('hamlet_head', 'branch_congress')), 
	CONSTRAINT ck_contests_position CHECK (position >= 1), 
	CONSTRAINT fk_contests_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_contests PRIMARY KEY (id), 
	CONSTRAINT uq_contests_election_id_code UNIQUE (election_id, code)
)
 STRICT


;
CREATE TABLE count_drafts (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	invalid_reasons TEXT NOT NULL, 
	reopened_because TEXT, other_opinions TEXT, 
	CONSTRAINT ck_count_drafts_revision CHECK (revision >= 1), 
	CONSTRAINT fk_count_drafts_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_count_drafts PRIMARY KEY (id), 
	CONSTRAINT uq_count_drafts_round_id_revision UNIQUE (round_id, revision)
)
 STRICT


;
CREATE TABLE counts (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	finalised_at TEXT NOT NULL, 
	single_operator INTEGER NOT NULL, 
	reason TEXT, 
	replaced_sha256 TEXT, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT ck_counts_replaced_sha256_length CHECK (length(replaced_sha256) = 64), 
	CONSTRAINT ck_counts_revision CHECK ((revision = 1 AND replaced_sha256 IS NULL) OR (revision > 1 AND replaced_sha256 IS NOT NULL AND reason IS NOT NULL)), 
	CONSTRAINT ck_counts_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_counts_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_counts PRIMARY KEY (id), 
	CONSTRAINT uq_counts_round_id_revision UNIQUE (round_id, revision)
)
 STRICT


;
CREATE TABLE decided_counts (
	id INTEGER NOT NULL, 
	decision_id INTEGER NOT NULL, 
	count_id INTEGER NOT NULL, 
	CONSTRAINT fk_decided_counts_count_id FOREIGN KEY(count_id) REFERENCES counts (id), 
	CONSTRAINT fk_decided_counts_decision_id FOREIGN KEY(decision_id) REFERENCES decisions (id), 
	CONSTRAINT pk_decided_counts PRIMARY KEY (id), 
	CONSTRAINT uq_decided_counts_count_id UNIQUE (count_id)
)
 STRICT


;
CREATE TABLE decided_people (
	id INTEGER NOT NULL, 
	decision_id INTEGER NOT NULL, 
	candidate_id INTEGER NOT NULL, 
	accepted INTEGER NOT NULL, 
	reason TEXT, 
	CONSTRAINT ck_decided_people_refused CHECK (accepted OR reason IS NOT NULL), 
	CONSTRAINT fk_decided_people_candidate_id FOREIGN KEY(candidate_id) REFERENCES candidates (id), 
	CONSTRAINT fk_decided_people_decision_id FOREIGN KEY(decision_id) REFERENCES decisions (id), 
	CONSTRAINT pk_decided_people PRIMARY KEY (id), 
	CONSTRAINT uq_decided_people_decision_id_candidate_id UNIQUE (decision_id, candidate_id)
)
 STRICT


;
CREATE TABLE decisions (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	received_on TEXT, 
	number TEXT, 
	decided_on TEXT, 
	result TEXT, 
	reason TEXT, 
	again_on TEXT, 
	recorded_at TEXT, by_deputy INTEGER, signer TEXT, 
	CONSTRAINT ck_decisions_complete CHECK ((result IS NULL) = (recorded_at IS NULL) AND (result IS NULL OR (number IS NOT NULL AND decided_on IS NOT NULL)) AND (result IS NULL OR result <> 'held_again' OR reason IS NOT NULL)), 
	CONSTRAINT ck_decisions_decidingbody CHECK (body IN ('peoples_committee', 'party_committee')), 
	CONSTRAINT ck_decisions_decisionresult CHECK (result IN ('recognised', 'approved', 'held_again')), 
	CONSTRAINT fk_decisions_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_decisions PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE dismissal_meetings (
	id INTEGER NOT NULL, 
	record_id INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	electorate TEXT NOT NULL, 
	entitled INTEGER NOT NULL, 
	present INTEGER, 
	agree INTEGER NOT NULL, 
	against INTEGER, 
	abstain INTEGER, 
	issued INTEGER, 
	returned INTEGER, 
	valid INTEGER, 
	invalid INTEGER, 
	chair TEXT, 
	secretary TEXT, 
	first_witness TEXT, 
	second_witness TEXT, 
	opinions TEXT, 
	explanation TEXT, 
	CONSTRAINT ck_dismissal_meetings_counts CHECK (entitled >= 0 AND present >= 0 AND agree >= 0 AND against >= 0 AND abstain >= 0 AND issued >= 0 AND returned >= 0 AND valid >= 0 AND invalid >= 0), 
	CONSTRAINT ck_dismissal_meetings_electoratekind CHECK (electorate IN ('households', 'voters')), 
	CONSTRAINT ck_dismissal_meetings_meetingform CHECK (form IN ('hands', 'secret', 'slips')), 
	CONSTRAINT fk_dismissal_meetings_record_id FOREIGN KEY(record_id) REFERENCES dismissal_records (id), 
	CONSTRAINT pk_dismissal_meetings PRIMARY KEY (id), 
	CONSTRAINT uq_dismissal_meetings_record_id UNIQUE (record_id)
)
 STRICT


;
CREATE TABLE dismissal_records (
	id INTEGER NOT NULL, 
	dismissal_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	step TEXT NOT NULL, 
	on_day TEXT NOT NULL, 
	paper_number TEXT, 
	reason TEXT, 
	meets_on TEXT, 
	opening TEXT, 
	venue TEXT, 
	by_deputy INTEGER, 
	signer TEXT, 
	CONSTRAINT ck_dismissal_records_dismissalstep CHECK (step IN ('refuse', 'accept', 'hold', 'send', 'recognise', 'answer', 'decide', 'keep')), 
	CONSTRAINT fk_dismissal_records_dismissal_id FOREIGN KEY(dismissal_id) REFERENCES dismissals (id), 
	CONSTRAINT pk_dismissal_records PRIMARY KEY (id), 
	CONSTRAINT uq_dismissal_records_dismissal_id_number UNIQUE (dismissal_id, number)
)
 STRICT


;
CREATE TABLE "dismissals" (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	statute TEXT NOT NULL, 
	asked_by TEXT NOT NULL, 
	asked_on TEXT NOT NULL, 
	proposer TEXT, 
	reason TEXT, 
	households INTEGER, 
	signed INTEGER, 
	statute_bytes BLOB NOT NULL, 
	CONSTRAINT ck_dismissals_askedby CHECK (asked_by IN ('hamlet_head', 'front_board_head', 'petition')), 
	CONSTRAINT ck_dismissals_counts CHECK (households >= 0 AND signed >= 0), 
	CONSTRAINT ck_dismissals_signed CHECK (signed <= households), 
	CONSTRAINT fk_dismissals_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_dismissals PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE election_changes (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	at TEXT NOT NULL, 
	reason TEXT, 
	number TEXT, 
	decided_on TEXT, 
	day_before TEXT, 
	CONSTRAINT ck_election_changes_electionchangekind CHECK (what IN ('moved', 'cancelled', 'taken_up')), 
	CONSTRAINT fk_election_changes_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_election_changes PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE "elections" (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	campaign_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	occasion TEXT NOT NULL, 
	held_on TEXT NOT NULL, 
	statute TEXT NOT NULL, 
	statute_bytes BLOB, 
	statute_sha256 TEXT, 
	term_from TEXT, 
	term_to TEXT, 
	venue TEXT, 
	roll_posted_on TEXT, 
	contest_kind TEXT NOT NULL, 
	cancelled_at TEXT, 
	recorded_later INTEGER DEFAULT 0 NOT NULL, 
	term_reason TEXT, 
	clusters_number TEXT, 
	clusters_on TEXT, 
	scattered INTEGER DEFAULT 0 NOT NULL, 
	voters_from_age INTEGER, 
	roll_posted_until TEXT, 
	roll_posted_at TEXT, 
	roll_posted_lines BLOB, 
	team_number TEXT, 
	team_on TEXT, 
	CONSTRAINT ck_elections_contestkind CHECK (contest_kind IN ('hamlet_head', 'branch_congress')), 
	CONSTRAINT ck_elections_occasion CHECK (occasion IN ('regular', 'replacement')), 
	CONSTRAINT ck_elections_statute_frozen CHECK ((statute_bytes IS NULL) = (statute_sha256 IS NULL)), 
	CONSTRAINT ck_elections_statute_sha256_length CHECK (length(statute_sha256) = 64), 
	CONSTRAINT ck_elections_term CHECK (term_to > term_from), 
	CONSTRAINT fk_elections_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id), 
	CONSTRAINT fk_elections_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_elections PRIMARY KEY (id), 
	CONSTRAINT uq_elections_code UNIQUE (code)
)
 STRICT


;
CREATE TABLE entries (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	operator_id INTEGER NOT NULL, 
	typed TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT ck_entries_numbers CHECK (number IN (1, 2) AND revision >= 1), 
	CONSTRAINT fk_entries_operator_id FOREIGN KEY(operator_id) REFERENCES operators (id), 
	CONSTRAINT fk_entries_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_entries PRIMARY KEY (id), 
	CONSTRAINT uq_entries_round_id_number_revision UNIQUE (round_id, number, revision), 
	CONSTRAINT uq_entries_round_id_operator_id_revision UNIQUE (round_id, operator_id, revision)
)
 STRICT


;
CREATE TABLE entry_drafts (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	operator_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	typed TEXT NOT NULL, 
	saved_at TEXT NOT NULL, 
	CONSTRAINT ck_entry_drafts_revision CHECK (revision >= 1), 
	CONSTRAINT fk_entry_drafts_operator_id FOREIGN KEY(operator_id) REFERENCES operators (id), 
	CONSTRAINT fk_entry_drafts_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_entry_drafts PRIMARY KEY (id), 
	CONSTRAINT uq_entry_drafts_round_id_operator_id_revision UNIQUE (round_id, operator_id, revision)
)
 STRICT


;
CREATE TABLE explanations (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	text TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	CONSTRAINT ck_explanations_revision CHECK (revision >= 1), 
	CONSTRAINT fk_explanations_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_explanations PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE group_members (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT, 
	person_id INTEGER, 
	CONSTRAINT fk_group_members_group_id FOREIGN KEY(group_id) REFERENCES working_groups (id), 
	CONSTRAINT fk_group_members_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_group_members PRIMARY KEY (id), 
	CONSTRAINT uq_group_members_group_id_position UNIQUE (group_id, position)
)
 STRICT


;
CREATE TABLE group_units (
	id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	branch_id INTEGER, 
	unit_id INTEGER, 
	CONSTRAINT ck_group_units_unit CHECK ((branch_id IS NULL) <> (unit_id IS NULL)), 
	CONSTRAINT fk_group_units_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_group_units_group_id FOREIGN KEY(group_id) REFERENCES working_groups (id), 
	CONSTRAINT fk_group_units_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_group_units PRIMARY KEY (id), 
	CONSTRAINT uq_group_units_group_id_branch_id UNIQUE (group_id, branch_id), 
	CONSTRAINT uq_group_units_group_id_unit_id UNIQUE (group_id, unit_id)
)
 STRICT


;
CREATE TABLE hamlet_facts (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	households INTEGER, 
	especially_difficult INTEGER, 
	especially_difficult_from TEXT, especially_difficult_until TEXT, 
	CONSTRAINT ck_hamlet_facts_counts CHECK (households >= 0), 
	CONSTRAINT fk_hamlet_facts_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_hamlet_facts PRIMARY KEY (id), 
	CONSTRAINT uq_hamlet_facts_unit_id UNIQUE (unit_id)
)
 STRICT


;
CREATE TABLE "hand_votes" (
	id INTEGER NOT NULL, 
	congress_id INTEGER NOT NULL, 
	subject TEXT NOT NULL, 
	in_favour INTEGER NOT NULL, 
	against INTEGER NOT NULL, 
	abstained INTEGER NOT NULL, 
	agreed INTEGER NOT NULL, 
	contest_id INTEGER, 
	round_id INTEGER, 
	text TEXT, 
	present INTEGER, 
	raised_at TEXT, 
	CONSTRAINT ck_hand_votes_counts CHECK (in_favour >= 0 AND against >= 0 AND abstained >= 0), 
	CONSTRAINT ck_hand_votes_present CHECK (in_favour + against + abstained <= present), 
	CONSTRAINT ck_hand_votes_subject CHECK (subject IN ('presidium', 'secretary', 'counting', 'programme', 'rules', 'seats', 'list', 'going_on', 'resolution')), 
	CONSTRAINT fk_hand_votes_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT fk_hand_votes_contest_id FOREIGN KEY(contest_id) REFERENCES contests (id), 
	CONSTRAINT fk_hand_votes_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_hand_votes PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE "head_links" (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	election TEXT NOT NULL, 
	name TEXT NOT NULL, 
	born INTEGER, 
	linked_on TEXT NOT NULL, 
	member_id INTEGER, 
	batch_id INTEGER, 
	CONSTRAINT fk_head_links_batch_id FOREIGN KEY(batch_id) REFERENCES import_batches (id), 
	CONSTRAINT fk_head_links_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_head_links_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_head_links PRIMARY KEY (id), 
	CONSTRAINT uq_head_links_election_name_born UNIQUE (election, name, born)
)
 STRICT


;
CREATE TABLE head_members (
	id INTEGER NOT NULL, 
	chain_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	CONSTRAINT fk_head_members_chain_id FOREIGN KEY(chain_id) REFERENCES chains (id), 
	CONSTRAINT fk_head_members_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_head_members_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_head_members PRIMARY KEY (id), 
	CONSTRAINT uq_head_members_chain_id_unit_id UNIQUE (chain_id, unit_id)
)
 STRICT


;
CREATE TABLE home_contacts (
	id INTEGER NOT NULL, 
	branch_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	workplace TEXT NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	paper_number TEXT, 
	paper_on TEXT, 
	CONSTRAINT ck_home_contacts_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_home_contacts_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_home_contacts_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_home_contacts PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE household_members (
	id INTEGER NOT NULL, 
	household_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	relation TEXT, 
	without_capacity INTEGER DEFAULT 0 NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	end_reason TEXT, 
	CONSTRAINT ck_household_members_endreason CHECK (end_reason IN ('died', 'moved', 'away')), 
	CONSTRAINT ck_household_members_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_household_members_household_id FOREIGN KEY(household_id) REFERENCES households (id), 
	CONSTRAINT fk_household_members_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_household_members PRIMARY KEY (id), 
	CONSTRAINT uq_household_members_household_id_person_id UNIQUE (household_id, person_id)
)
 STRICT


;
CREATE TABLE households (
	id INTEGER NOT NULL, 
	hamlet_id INTEGER NOT NULL, 
	head_id INTEGER NOT NULL, 
	members INTEGER, 
	starts_on TEXT, 
	ends_on TEXT, 
	CONSTRAINT ck_households_counts CHECK (members >= 0), 
	CONSTRAINT ck_households_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_households_hamlet_id FOREIGN KEY(hamlet_id) REFERENCES units (id), 
	CONSTRAINT fk_households_head_id FOREIGN KEY(head_id) REFERENCES people (id), 
	CONSTRAINT pk_households PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE import_batches (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	new INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	same INTEGER NOT NULL, 
	doubtful INTEGER NOT NULL, 
	refused INTEGER NOT NULL, 
	undone_at TEXT, 
	CONSTRAINT ck_import_batches_counts CHECK (new >= 0 AND changed >= 0 AND same >= 0 AND doubtful >= 0 AND refused >= 0), 
	CONSTRAINT ck_import_batches_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT pk_import_batches PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE import_rows (
	id INTEGER NOT NULL, 
	batch_id INTEGER NOT NULL, 
	record_kind TEXT NOT NULL, 
	record_id INTEGER NOT NULL, 
	change TEXT NOT NULL, 
	"before" TEXT, 
	CONSTRAINT ck_import_rows_change CHECK (change IN ('new', 'changed')), 
	CONSTRAINT ck_import_rows_undo CHECK ((change = 'changed') = (before IS NOT NULL)), 
	CONSTRAINT fk_import_rows_batch_id FOREIGN KEY(batch_id) REFERENCES import_batches (id), 
	CONSTRAINT pk_import_rows PRIMARY KEY (id), 
	CONSTRAINT uq_import_rows_batch_id_record_kind_record_id UNIQUE (batch_id, record_kind, record_id)
)
 STRICT


;
CREATE TABLE incumbent_reviews (
	id INTEGER NOT NULL, 
	unit_id INTEGER, 
	organisation_id INTEGER, 
	name TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	reviewed_on TEXT NOT NULL, 
	reviewer TEXT NOT NULL, 
	assessment TEXT, 
	CONSTRAINT ck_incumbent_reviews_place CHECK ((unit_id IS NULL) <> (organisation_id IS NULL)), 
	CONSTRAINT ck_incumbent_reviews_reviewer CHECK (reviewer <> ''), 
	CONSTRAINT ck_incumbent_reviews_reviewoutcome CHECK (outcome IN ('stands_again', 'replaced', 'new_source')), 
	CONSTRAINT fk_incumbent_reviews_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_incumbent_reviews_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_incumbent_reviews PRIMARY KEY (id), 
	CONSTRAINT uq_incumbent_reviews_organisation_id_name_reviewed_on UNIQUE (organisation_id, name, reviewed_on), 
	CONSTRAINT uq_incumbent_reviews_unit_id_name_reviewed_on UNIQUE (unit_id, name, reviewed_on)
)
 STRICT


;
CREATE TABLE kept_filters (
	id INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	name TEXT NOT NULL, 
	chosen TEXT NOT NULL, 
	CONSTRAINT pk_kept_filters PRIMARY KEY (id), 
	CONSTRAINT uq_kept_filters_place_name UNIQUE (place, name)
)
 STRICT


;
CREATE TABLE legal_bases (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	number TEXT NOT NULL, 
	dated TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	about TEXT NOT NULL, 
	level TEXT NOT NULL, 
	scope TEXT NOT NULL, 
	for_heads INTEGER NOT NULL, 
	for_mid_term INTEGER NOT NULL, 
	for_congress INTEGER NOT NULL, 
	holds_from TEXT, 
	ends_on TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT ck_legal_bases_basisscope CHECK (scope IN ('state', 'party', 'both')), 
	CONSTRAINT ck_legal_bases_counts CHECK (position >= 0), 
	CONSTRAINT ck_legal_bases_documentkind CHECK (kind IN ('law', 'ordinance', 'decree', 'circular', 'charter', 'resolution', 'directive', 'conclusion', 'decision', 'regulation', 'rules', 'guidance', 'plan', 'scheme', 'announcement', 'brief_notice', 'dispatch')), 
	CONSTRAINT ck_legal_bases_issuerlevel CHECK (level IN ('central', 'province', 'district', 'commune')), 
	CONSTRAINT ck_legal_bases_period CHECK (ends_on >= dated AND ends_on >= holds_from), 
	CONSTRAINT ck_legal_bases_subject CHECK (for_heads OR for_mid_term OR for_congress), 
	CONSTRAINT pk_legal_bases PRIMARY KEY (id), 
	CONSTRAINT uq_legal_bases_number_dated_issuer UNIQUE (number, dated, issuer)
)
 STRICT


;
CREATE TABLE list_sources (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	headings TEXT NOT NULL, 
	columns TEXT NOT NULL, 
	hamlets TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	CONSTRAINT ck_list_sources_headings_length CHECK (length(headings) = 64), 
	CONSTRAINT pk_list_sources PRIMARY KEY (id), 
	CONSTRAINT uq_list_sources_kind_headings UNIQUE (kind, headings)
)
 STRICT


;
CREATE TABLE "members" (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	admitted TEXT, 
	official TEXT, 
	card TEXT, 
	home TEXT, 
	post TEXT, 
	note TEXT, 
	proposed_on TEXT, 
	list_number INTEGER, 
	birth_name TEXT, 
	religion TEXT, 
	schooling TEXT, 
	qualification TEXT, 
	languages TEXT, 
	occupation TEXT, 
	occupation_before TEXT, 
	badge TEXT, 
	service TEXT, 
	theory TEXT, 
	card_on TEXT, 
	curriculum TEXT, 
	CONSTRAINT ck_members_admitted_partial_date CHECK (admitted LIKE '____' OR admitted LIKE '____-__' OR admitted LIKE '____-__-__'), 
	CONSTRAINT ck_members_list_number CHECK (list_number >= 1), 
	CONSTRAINT ck_members_official_partial_date CHECK (official LIKE '____' OR official LIKE '____-__' OR official LIKE '____-__-__'), 
	CONSTRAINT ck_members_theorylevel CHECK (theory IN ('none', 'elementary', 'middle', 'advanced', 'bachelor')), 
	CONSTRAINT fk_members_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_members PRIMARY KEY (id), 
	CONSTRAINT uq_members_person_id UNIQUE (person_id)
)
 STRICT


;
CREATE TABLE "memberships" (
	id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	branch_id INTEGER NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	destination TEXT, 
	paper_number TEXT, 
	paper_on TEXT, 
	beginning TEXT, 
	origin TEXT, 
	entry_number TEXT, 
	entry_on TEXT, 
	ending TEXT, 
	arrived_on TEXT, 
	CONSTRAINT ck_memberships_beginning CHECK (beginning IN ('admitted', 'moved_in', 'within')), 
	CONSTRAINT ck_memberships_ending CHECK (ending IN ('moved', 'within', 'died', 'struck_off', 'expelled', 'resigned')), 
	CONSTRAINT ck_memberships_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_memberships_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_memberships_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT pk_memberships PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE office (
	id INTEGER NOT NULL, 
	unit_code TEXT NOT NULL, 
	name TEXT NOT NULL, 
	superior TEXT, 
	role TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	restored_at TEXT, 
	settings TEXT NOT NULL, 
	CONSTRAINT ck_office_mode CHECK (mode IN ('official', 'training')), 
	CONSTRAINT ck_office_role CHECK (role IN ('commune', 'receiving')), 
	CONSTRAINT ck_office_single CHECK (id = 1), 
	CONSTRAINT pk_office PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE "officials" (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT, 
	person_id INTEGER, 
	phone TEXT, post TEXT, 
	CONSTRAINT fk_officials_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT fk_officials_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_officials PRIMARY KEY (id), 
	CONSTRAINT uq_officials_election_id_role_position UNIQUE (election_id, role, position)
)
 STRICT


;
CREATE TABLE operators (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	pin_hash TEXT NOT NULL, retired_at TEXT, wrong_pins INTEGER DEFAULT 0 NOT NULL, wrong_pin_at TEXT, side TEXT DEFAULT 'both' NOT NULL, 
	CONSTRAINT pk_operators PRIMARY KEY (id), 
	CONSTRAINT uq_operators_name UNIQUE (name)
)
 STRICT


;
CREATE TABLE organisation_events (
	id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	happens_on TEXT, 
	name TEXT, 
	number TEXT, 
	decided_on TEXT, 
	issuer TEXT, 
	CONSTRAINT ck_organisation_events_eventkind CHECK (what IN ('made', 'renamed', 'ended')), 
	CONSTRAINT fk_organisation_events_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT pk_organisation_events PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE organisation_predecessors (
	successor_id INTEGER NOT NULL, 
	predecessor_id INTEGER NOT NULL, 
	CONSTRAINT ck_organisation_predecessors_another CHECK (successor_id <> predecessor_id), 
	CONSTRAINT fk_organisation_predecessors_predecessor_id FOREIGN KEY(predecessor_id) REFERENCES organisations (id), 
	CONSTRAINT fk_organisation_predecessors_successor_id FOREIGN KEY(successor_id) REFERENCES organisations (id), 
	CONSTRAINT pk_organisation_predecessors PRIMARY KEY (successor_id, predecessor_id)
)
 STRICT


;
CREATE TABLE organisations (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	parent_id INTEGER, 
	CONSTRAINT ck_organisations_organisationkind CHECK (kind IN ('committee', 'residential', 'office', 'public_unit', 'school', 'armed_force', 'enterprise')), 
	CONSTRAINT ck_organisations_parent CHECK (parent_id <> id), 
	CONSTRAINT ck_organisations_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_organisations_parent_id FOREIGN KEY(parent_id) REFERENCES organisations (id), 
	CONSTRAINT pk_organisations PRIMARY KEY (id), 
	CONSTRAINT uq_organisations_code UNIQUE (code)
)
 STRICT


;
CREATE TABLE outcomes (
	id INTEGER NOT NULL, 
	count_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	elected TEXT NOT NULL, 
	clauses TEXT NOT NULL, 
	final INTEGER NOT NULL, 
	CONSTRAINT fk_outcomes_count_id FOREIGN KEY(count_id) REFERENCES counts (id), 
	CONSTRAINT pk_outcomes PRIMARY KEY (id), 
	CONSTRAINT uq_outcomes_count_id UNIQUE (count_id)
)
 STRICT


;
CREATE TABLE own_keys (
	id INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	fingerprint TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	retired_at TEXT, 
	CONSTRAINT pk_own_keys PRIMARY KEY (id), 
	CONSTRAINT uq_own_keys_fingerprint UNIQUE (fingerprint)
)
 STRICT


;
CREATE TABLE packages_set_aside (
	id INTEGER NOT NULL, 
	package_id INTEGER NOT NULL, 
	fork_id INTEGER NOT NULL, 
	CONSTRAINT fk_packages_set_aside_fork_id FOREIGN KEY(fork_id) REFERENCES settled_forks (id), 
	CONSTRAINT fk_packages_set_aside_package_id FOREIGN KEY(package_id) REFERENCES taken_packages (id), 
	CONSTRAINT pk_packages_set_aside PRIMARY KEY (id), 
	CONSTRAINT uq_packages_set_aside_package_id UNIQUE (package_id)
)
 STRICT


;
CREATE TABLE paper_numbers (
	id INTEGER NOT NULL, 
	congress_id INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	number TEXT, 
	dated_on TEXT, 
	CONSTRAINT fk_paper_numbers_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT pk_paper_numbers PRIMARY KEY (id), 
	CONSTRAINT uq_paper_numbers_congress_id_form UNIQUE (congress_id, form)
)
 STRICT


;
CREATE TABLE "papers" (
	id INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	election_id INTEGER, 
	round_id INTEGER, 
	revision INTEGER, 
	pages INTEGER NOT NULL, 
	copies INTEGER NOT NULL, 
	printed_at TEXT NOT NULL, 
	reason TEXT, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	role TEXT NOT NULL, 
	CONSTRAINT ck_papers_numbers CHECK (pages >= 1 AND copies >= 0 AND revision >= 1), 
	CONSTRAINT ck_papers_paperrole CHECK (role IN ('ballot', 'trial', 'minutes', 'decision', 'other')), 
	CONSTRAINT ck_papers_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_papers_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT fk_papers_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_papers PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE peer_cards (
	id INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	fingerprint TEXT NOT NULL, 
	unit_code TEXT NOT NULL, 
	role TEXT NOT NULL, 
	trusted_at TEXT, 
	revoked_from INTEGER, 
	CONSTRAINT ck_peer_cards_revoked_from CHECK (revoked_from >= 1), 
	CONSTRAINT ck_peer_cards_role CHECK (role IN ('commune', 'receiving')), 
	CONSTRAINT pk_peer_cards PRIMARY KEY (id), 
	CONSTRAINT uq_peer_cards_fingerprint UNIQUE (fingerprint)
)
 STRICT


;
CREATE TABLE people (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	sort_key BLOB NOT NULL, 
	sex TEXT, 
	birth TEXT, 
	identity TEXT, 
	ethnic TEXT, 
	CONSTRAINT ck_people_birth_partial_date CHECK (birth LIKE '____' OR birth LIKE '____-__' OR birth LIKE '____-__-__'), 
	CONSTRAINT ck_people_identity_length CHECK (length(identity) IN (9, 12)), 
	CONSTRAINT ck_people_sex CHECK (sex IN ('male', 'female')), 
	CONSTRAINT pk_people PRIMARY KEY (id), 
	CONSTRAINT uq_people_identity UNIQUE (identity)
)
 STRICT


;
CREATE TABLE "plan_steps" (
	id INTEGER NOT NULL, 
	congress_id INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	happened_on TEXT NOT NULL, 
	number TEXT, 
	reason TEXT, 
	met_on TEXT, 
	agreeing INTEGER, 
	present INTEGER, 
	CONSTRAINT ck_plan_steps_agreeing CHECK (agreeing BETWEEN 0 AND present), 
	CONSTRAINT ck_plan_steps_planstepkind CHECK (what IN ('submitted', 'returned', 'approved')), 
	CONSTRAINT ck_plan_steps_reason CHECK (what <> 'returned' OR reason IS NOT NULL), 
	CONSTRAINT fk_plan_steps_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT pk_plan_steps PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE posts (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	unit_id INTEGER, 
	organisation_id INTEGER, 
	person_id INTEGER, 
	name TEXT, 
	title TEXT, 
	way TEXT, 
	tenure TEXT, 
	why TEXT, 
	starts_on TEXT, 
	ends_on TEXT, 
	paper_number TEXT, 
	paper_on TEXT, 
	until TEXT, 
	local INTEGER, 
	states_member INTEGER, 
	source TEXT, 
	CONSTRAINT ck_posts_holder CHECK (person_id IS NULL OR name IS NULL), 
	CONSTRAINT ck_posts_period CHECK (ends_on >= starts_on), 
	CONSTRAINT ck_posts_place CHECK ((unit_id IS NULL) <> (organisation_id IS NULL)), 
	CONSTRAINT ck_posts_postkind CHECK (kind IN ('hamlet_head', 'hamlet_deputy', 'front_board_head', 'police_officer', 'women_head', 'farmers_head', 'veterans_head', 'youth_secretary', 'secretary', 'deputy_secretary', 'committee_member', 'unit_head', 'council_chair', 'commune_chair', 'commune_deputy_chair', 'commune_other')), 
	CONSTRAINT ck_posts_provisionalreason CHECK (why IN ('vacant', 'made_anew')), 
	CONSTRAINT ck_posts_tenure CHECK (tenure IN ('new', 're_elected')), 
	CONSTRAINT ck_posts_way CHECK (way IN ('elected', 'appointed', 'provisional')), 
	CONSTRAINT ck_posts_why CHECK (why IS NULL OR way = 'provisional'), 
	CONSTRAINT fk_posts_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT fk_posts_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_posts_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_posts PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE prints (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	form TEXT NOT NULL, 
	printed_at TEXT NOT NULL, 
	held_on TEXT NOT NULL, 
	CONSTRAINT fk_prints_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_prints PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE proceedings (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	closing TEXT, 
	secretary_post TEXT, 
	put_up TEXT, 
	opinions TEXT, 
	secretary_approval INTEGER, 
	list_approval INTEGER, 
	form_approval INTEGER, 
	committee_approval INTEGER, 
	CONSTRAINT ck_proceedings_counts CHECK (secretary_approval >= 0 AND list_approval >= 0 AND form_approval >= 0 AND committee_approval >= 0), 
	CONSTRAINT fk_proceedings_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_proceedings PRIMARY KEY (id), 
	CONSTRAINT uq_proceedings_round_id UNIQUE (round_id)
)
 STRICT


;
CREATE TABLE proposals (
	id INTEGER NOT NULL, 
	branch_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	post TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	met_on TEXT NOT NULL, 
	members INTEGER NOT NULL, 
	present INTEGER NOT NULL, 
	issued INTEGER, 
	returned INTEGER, 
	valid INTEGER, 
	votes INTEGER, 
	number TEXT, 
	dated_on TEXT, 
	congress_id INTEGER, 
	decided_on TEXT, 
	decision_number TEXT, 
	CONSTRAINT ck_proposals_counts CHECK (present BETWEEN 0 AND members AND issued BETWEEN 0 AND present AND returned BETWEEN 0 AND issued AND valid BETWEEN 0 AND returned AND votes BETWEEN 0 AND valid), 
	CONSTRAINT ck_proposals_decided CHECK ((decided_on IS NULL) = (decision_number IS NULL)), 
	CONSTRAINT ck_proposals_post CHECK (post IN ('secretary', 'deputy_secretary', 'committee_member')), 
	CONSTRAINT fk_proposals_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_proposals_congress_id FOREIGN KEY(congress_id) REFERENCES congresses (id), 
	CONSTRAINT fk_proposals_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT pk_proposals PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE raised_issues (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	raised_on TEXT NOT NULL, 
	raised_by TEXT NOT NULL, 
	what TEXT NOT NULL, 
	settled_on TEXT, 
	how TEXT, 
	CONSTRAINT ck_raised_issues_days CHECK (settled_on >= raised_on), 
	CONSTRAINT ck_raised_issues_said CHECK (what <> '' AND raised_by <> ''), 
	CONSTRAINT ck_raised_issues_settled CHECK ((settled_on IS NULL) = (how IS NULL)), 
	CONSTRAINT fk_raised_issues_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_raised_issues PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE receipts_in (
	id INTEGER NOT NULL, 
	package_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	received_at TEXT NOT NULL, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT ck_receipts_in_intake CHECK (outcome IN ('accepted', 'waiting', 'refused')), 
	CONSTRAINT ck_receipts_in_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_receipts_in_package_id FOREIGN KEY(package_id) REFERENCES sealed_packages (id), 
	CONSTRAINT pk_receipts_in PRIMARY KEY (id), 
	CONSTRAINT uq_receipts_in_package_id_sha256 UNIQUE (package_id, sha256)
)
 STRICT


;
CREATE TABLE receipts_out (
	id INTEGER NOT NULL, 
	package_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	made_at TEXT NOT NULL, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT ck_receipts_out_intake CHECK (outcome IN ('accepted', 'waiting', 'refused')), 
	CONSTRAINT ck_receipts_out_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_receipts_out_package_id FOREIGN KEY(package_id) REFERENCES taken_packages (id), 
	CONSTRAINT pk_receipts_out PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE reconciliations (
	id INTEGER NOT NULL, 
	branch_id INTEGER NOT NULL, 
	held_on TEXT NOT NULL, 
	done_by TEXT NOT NULL, 
	listed INTEGER NOT NULL, 
	files INTEGER NOT NULL, 
	differences TEXT, 
	CONSTRAINT ck_reconciliations_counts CHECK (listed >= 0 AND files >= 0), 
	CONSTRAINT fk_reconciliations_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT pk_reconciliations PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE replacement_proposals (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	proposed_on TEXT NOT NULL, 
	proposer TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	outcome TEXT, 
	settled_on TEXT, 
	note TEXT, 
	dismissal_id INTEGER, 
	CONSTRAINT ck_replacement_proposals_days CHECK (settled_on >= proposed_on), 
	CONSTRAINT ck_replacement_proposals_proposaloutcome CHECK (outcome IN ('dismissal', 'stays', 'withdrawn')), 
	CONSTRAINT ck_replacement_proposals_settled CHECK ((outcome IS NULL) = (settled_on IS NULL)), 
	CONSTRAINT fk_replacement_proposals_dismissal_id FOREIGN KEY(dismissal_id) REFERENCES dismissals (id), 
	CONSTRAINT fk_replacement_proposals_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_replacement_proposals PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE representatives (
	id INTEGER NOT NULL, 
	household_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	authority TEXT NOT NULL, 
	paper_number TEXT, 
	paper_on TEXT, 
	CONSTRAINT ck_representatives_authority CHECK (authority IN ('head', 'member', 'authorised')), 
	CONSTRAINT ck_representatives_not_head CHECK (authority <> 'head'), 
	CONSTRAINT fk_representatives_household_id FOREIGN KEY(household_id) REFERENCES households (id), 
	CONSTRAINT fk_representatives_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_representatives PRIMARY KEY (id), 
	CONSTRAINT uq_representatives_household_id UNIQUE (household_id)
)
 STRICT


;
CREATE TABLE reserve_people (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	post TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	person_id INTEGER, 
	name TEXT, 
	note TEXT, 
	CONSTRAINT ck_reserve_people_holder CHECK ((person_id IS NULL) <> (name IS NULL)), 
	CONSTRAINT ck_reserve_people_position CHECK (position >= 1), 
	CONSTRAINT ck_reserve_people_reviewedpost CHECK (post IN ('head', 'secretary')), 
	CONSTRAINT fk_reserve_people_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_reserve_people_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_reserve_people PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE "roll_entries" (
	id INTEGER NOT NULL, 
	roll_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	household_id INTEGER, 
	person_id INTEGER, 
	representative TEXT NOT NULL, 
	supplement INTEGER NOT NULL, 
	added_at TEXT NOT NULL, 
	reason TEXT, 
	representing_id INTEGER, 
	authority TEXT, 
	CONSTRAINT ck_roll_entries_authority CHECK (authority IN ('head', 'member', 'authorised')), 
	CONSTRAINT ck_roll_entries_elector CHECK (household_id IS NOT NULL OR person_id IS NOT NULL), 
	CONSTRAINT ck_roll_entries_numbers CHECK (number >= 1 AND supplement >= 0), 
	CONSTRAINT ck_roll_entries_supplement_reason CHECK (supplement = 0 OR reason IS NOT NULL), 
	CONSTRAINT fk_roll_entries_household_id FOREIGN KEY(household_id) REFERENCES households (id), 
	CONSTRAINT fk_roll_entries_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT fk_roll_entries_representing_id FOREIGN KEY(representing_id) REFERENCES people (id), 
	CONSTRAINT fk_roll_entries_roll_id FOREIGN KEY(roll_id) REFERENCES rolls (id), 
	CONSTRAINT pk_roll_entries PRIMARY KEY (id), 
	CONSTRAINT uq_roll_entries_roll_id_household_id UNIQUE (roll_id, household_id), 
	CONSTRAINT uq_roll_entries_roll_id_number UNIQUE (roll_id, number), 
	CONSTRAINT uq_roll_entries_roll_id_person_id UNIQUE (roll_id, person_id)
)
 STRICT


;
CREATE TABLE roll_explanations (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	difference TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	explained_by TEXT NOT NULL, 
	explained_at TEXT NOT NULL, 
	CONSTRAINT fk_roll_explanations_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_roll_explanations PRIMARY KEY (id), 
	CONSTRAINT uq_roll_explanations_election_id_difference UNIQUE (election_id, difference)
)
 STRICT


;
CREATE TABLE roll_objections (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	raised_by TEXT NOT NULL, 
	raised_on TEXT NOT NULL, 
	about TEXT, 
	what TEXT NOT NULL, 
	settled_on TEXT, 
	accepted INTEGER, 
	settlement TEXT, 
	CONSTRAINT ck_roll_objections_days CHECK (settled_on >= raised_on), 
	CONSTRAINT ck_roll_objections_settled CHECK ((settled_on IS NULL) = (accepted IS NULL)), 
	CONSTRAINT ck_roll_objections_settlement CHECK ((settled_on IS NULL) = (settlement IS NULL)), 
	CONSTRAINT fk_roll_objections_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_roll_objections PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE rolls (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	electorate_kind TEXT NOT NULL, 
	frozen_at TEXT, 
	frozen_lines BLOB, 
	CONSTRAINT ck_rolls_electoratekind CHECK (electorate_kind IN ('households', 'voters')), 
	CONSTRAINT fk_rolls_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_rolls PRIMARY KEY (id), 
	CONSTRAINT uq_rolls_election_id UNIQUE (election_id)
)
 STRICT


;
CREATE TABLE "rounds" (
	id INTEGER NOT NULL, 
	contest_id INTEGER NOT NULL, 
	parent_id INTEGER, 
	number INTEGER NOT NULL, 
	vote TEXT NOT NULL, 
	attempt INTEGER NOT NULL, 
	ballot TEXT NOT NULL, 
	seats INTEGER NOT NULL, 
	opened_at TEXT, 
	closed_at TEXT, 
	held_on TEXT, 
	opening TEXT, 
	list_posted_on TEXT, 
	election_id INTEGER NOT NULL, 
	state TEXT NOT NULL, slips_planned_on TEXT, slips_plan_sent_on TEXT, slips_from TEXT, 
	CONSTRAINT ck_rounds_ballot CHECK (ballot IN ('strike', 'agree', 'hands')), 
	CONSTRAINT ck_rounds_numbers CHECK (number >= 1 AND attempt >= 1 AND seats >= 1), 
	CONSTRAINT ck_rounds_parent CHECK ((vote = 'first') = (parent_id IS NULL)), 
	CONSTRAINT ck_rounds_vote CHECK (vote IN ('first', 'again', 'run_off', 'hand_out')), 
	CONSTRAINT ck_rounds_votestate CHECK (state IN ('draft', 'listed', 'printed', 'meeting', 'counted_once', 'different', 'agreed', 'finalised', 'recognised', 'to_hold_again')), 
	CONSTRAINT fk_rounds_contest_id FOREIGN KEY(contest_id) REFERENCES contests (id), 
	CONSTRAINT fk_rounds_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT fk_rounds_parent_id FOREIGN KEY(parent_id) REFERENCES rounds (id), 
	CONSTRAINT pk_rounds PRIMARY KEY (id), 
	CONSTRAINT uq_rounds_election_id_number UNIQUE (election_id, number)
)
 STRICT


;
CREATE TABLE sealed_packages (
	id INTEGER NOT NULL, 
	issuer TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	stream TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	campaign TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	previous TEXT, 
	content BLOB NOT NULL, 
	file_name TEXT NOT NULL, 
	code TEXT NOT NULL, 
	sealed_at TEXT NOT NULL, 
	CONSTRAINT ck_sealed_packages_digest_length CHECK (length(digest) = 64), 
	CONSTRAINT ck_sealed_packages_mode CHECK (mode IN ('official', 'training')), 
	CONSTRAINT ck_sealed_packages_previous_length CHECK (length(previous) = 64), 
	CONSTRAINT ck_sealed_packages_sequence CHECK (sequence >= 1), 
	CONSTRAINT ck_sealed_packages_stream CHECK (stream IN ('government', 'party')), 
	CONSTRAINT pk_sealed_packages PRIMARY KEY (id), 
	CONSTRAINT uq_sealed_packages_digest UNIQUE (digest), 
	CONSTRAINT uq_sealed_packages_issuer_recipient_stream_mode_sequence UNIQUE (issuer, recipient, stream, mode, sequence)
)
 STRICT


;
CREATE TABLE settled_forks (
	id INTEGER NOT NULL, 
	package_id INTEGER NOT NULL, 
	kept TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	settled_by TEXT NOT NULL, 
	settled_at TEXT NOT NULL, 
	contradicts TEXT NOT NULL, 
	CONSTRAINT ck_settled_forks_keptside CHECK (kept IN ('known', 'new')), 
	CONSTRAINT ck_settled_forks_reason CHECK (reason <> ''), 
	CONSTRAINT ck_settled_forks_settled_by CHECK (settled_by <> ''), 
	CONSTRAINT fk_settled_forks_package_id FOREIGN KEY(package_id) REFERENCES taken_packages (id), 
	CONSTRAINT pk_settled_forks PRIMARY KEY (id), 
	CONSTRAINT uq_settled_forks_package_id UNIQUE (package_id)
)
 STRICT


;
CREATE TABLE standings (
	id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	starts_on TEXT NOT NULL, 
	ends_on TEXT, 
	reason TEXT, 
	place TEXT, 
	paper_number TEXT, 
	paper_on TEXT, study INTEGER DEFAULT 0 NOT NULL, 
	CONSTRAINT ck_standings_period CHECK (ends_on >= starts_on), 
	CONSTRAINT ck_standings_standingkind CHECK (kind IN ('exempt', 'elsewhere', 'here', 'suspended', 'charged')), 
	CONSTRAINT fk_standings_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT pk_standings PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE taken_packages (
	id INTEGER NOT NULL, 
	issuer TEXT NOT NULL, 
	unit_code TEXT NOT NULL, 
	stream TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	campaign TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	previous TEXT, 
	outcome TEXT NOT NULL, 
	code TEXT, 
	taken_at TEXT NOT NULL, 
	statement BLOB NOT NULL, 
	CONSTRAINT ck_taken_packages_digest_length CHECK (length(digest) = 64), 
	CONSTRAINT ck_taken_packages_intake CHECK (outcome IN ('accepted', 'waiting', 'refused')), 
	CONSTRAINT ck_taken_packages_mode CHECK (mode IN ('official', 'training')), 
	CONSTRAINT ck_taken_packages_previous_length CHECK (length(previous) = 64), 
	CONSTRAINT ck_taken_packages_refused CHECK ((outcome = 'refused') = (code IS NOT NULL)), 
	CONSTRAINT ck_taken_packages_sequence CHECK (sequence >= 1), 
	CONSTRAINT ck_taken_packages_stream CHECK (stream IN ('government', 'party')), 
	CONSTRAINT pk_taken_packages PRIMARY KEY (id), 
	CONSTRAINT uq_taken_packages_digest UNIQUE (digest)
)
 STRICT


;
CREATE TABLE taken_records (
	id INTEGER NOT NULL, 
	package_id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT ck_taken_records_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_taken_records_package_id FOREIGN KEY(package_id) REFERENCES taken_packages (id), 
	CONSTRAINT pk_taken_records PRIMARY KEY (id), 
	CONSTRAINT uq_taken_records_package_id_path UNIQUE (package_id, path)
)
 STRICT


;
CREATE TABLE tally_keys (
	id INTEGER NOT NULL, 
	log_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	candidate INTEGER, 
	reason TEXT, 
	words TEXT, 
	CONSTRAINT ck_tally_keys_keykind CHECK (kind IN ('mark', 'agree', 'against', 'blank', 'end', 'invalid', 'back')), 
	CONSTRAINT ck_tally_keys_numbers CHECK (position >= 1 AND candidate >= 0), 
	CONSTRAINT fk_tally_keys_log_id FOREIGN KEY(log_id) REFERENCES tally_logs (id), 
	CONSTRAINT pk_tally_keys PRIMARY KEY (id), 
	CONSTRAINT uq_tally_keys_log_id_position UNIQUE (log_id, position)
)
 STRICT


;
CREATE TABLE tally_logs (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	operator_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	cluster INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	alone INTEGER DEFAULT 0 NOT NULL, 
	begun_at TEXT NOT NULL, 
	locked_at TEXT, 
	sha256 TEXT, 
	figures TEXT NOT NULL, 
	unlike_box TEXT, 
	CONSTRAINT ck_tally_logs_locked CHECK ((locked_at IS NULL) = (sha256 IS NULL)), 
	CONSTRAINT ck_tally_logs_numbers CHECK (revision >= 1 AND cluster >= 0 AND attempt >= 1), 
	CONSTRAINT ck_tally_logs_sha256_length CHECK (length(sha256) = 64), 
	CONSTRAINT fk_tally_logs_operator_id FOREIGN KEY(operator_id) REFERENCES operators (id), 
	CONSTRAINT fk_tally_logs_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_tally_logs PRIMARY KEY (id), 
	CONSTRAINT uq_tally_logs_round_id_operator_id_revision_cluster_attempt UNIQUE (round_id, operator_id, revision, cluster, attempt)
)
 STRICT


;
CREATE TABLE terms (
	id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	congress INTEGER, 
	starts_on TEXT, 
	ends_on TEXT, 
	lengthened_until TEXT, 
	lengthened_by TEXT, 
	lengthened_number TEXT, 
	lengthened_on TEXT, 
	CONSTRAINT ck_terms_congress CHECK (congress >= 1), 
	CONSTRAINT ck_terms_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_terms_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id), 
	CONSTRAINT pk_terms PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE told_hours (
	id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT fk_told_hours_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT pk_told_hours PRIMARY KEY (id), 
	CONSTRAINT uq_told_hours_election_id UNIQUE (election_id)
)
 STRICT


;
CREATE TABLE unit_approvals (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	branch_id INTEGER, 
	unit_id INTEGER, 
	what TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	on_day TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	number TEXT, 
	reason TEXT, 
	CONSTRAINT ck_unit_approvals_approvaloutcome CHECK (outcome IN ('approved', 'returned')), 
	CONSTRAINT ck_unit_approvals_approved CHECK (what IN ('report', 'personnel')), 
	CONSTRAINT ck_unit_approvals_reason CHECK (outcome <> 'returned' OR reason IS NOT NULL), 
	CONSTRAINT ck_unit_approvals_unit CHECK ((branch_id IS NULL) <> (unit_id IS NULL)), 
	CONSTRAINT ck_unit_approvals_year CHECK (year BETWEEN 1930 AND 2999), 
	CONSTRAINT fk_unit_approvals_branch_id FOREIGN KEY(branch_id) REFERENCES organisations (id), 
	CONSTRAINT fk_unit_approvals_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_unit_approvals PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE unit_decisions (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	what TEXT NOT NULL, 
	number TEXT, 
	decided_on TEXT, 
	issuer TEXT, exception TEXT, 
	CONSTRAINT ck_unit_decisions_unitevent CHECK (what IN ('made', 'ended')), 
	CONSTRAINT fk_unit_decisions_unit_id FOREIGN KEY(unit_id) REFERENCES units (id), 
	CONSTRAINT pk_unit_decisions PRIMARY KEY (id), 
	CONSTRAINT uq_unit_decisions_unit_id_what UNIQUE (unit_id, what)
)
 STRICT


;
CREATE TABLE unit_predecessors (
	successor_id INTEGER NOT NULL, 
	predecessor_id INTEGER NOT NULL, 
	CONSTRAINT ck_unit_predecessors_another CHECK (successor_id <> predecessor_id), 
	CONSTRAINT fk_unit_predecessors_predecessor_id FOREIGN KEY(predecessor_id) REFERENCES units (id), 
	CONSTRAINT fk_unit_predecessors_successor_id FOREIGN KEY(successor_id) REFERENCES units (id), 
	CONSTRAINT pk_unit_predecessors PRIMARY KEY (successor_id, predecessor_id)
)
 STRICT


;
CREATE TABLE units (
	id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	level TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	parent_id INTEGER, 
	CONSTRAINT ck_units_parent CHECK (parent_id <> id), 
	CONSTRAINT ck_units_period CHECK (ends_on >= starts_on), 
	CONSTRAINT ck_units_unitlevel CHECK (level IN ('province', 'district', 'commune', 'hamlet')), 
	CONSTRAINT fk_units_parent_id FOREIGN KEY(parent_id) REFERENCES units (id), 
	CONSTRAINT pk_units PRIMARY KEY (id), 
	CONSTRAINT uq_units_code_starts_on UNIQUE (code, starts_on)
)
 STRICT


;
CREATE TABLE vote_presences (
	id INTEGER NOT NULL, 
	round_id INTEGER NOT NULL, 
	attendee_id INTEGER NOT NULL, 
	presence TEXT NOT NULL, 
	CONSTRAINT ck_vote_presences_presence CHECK (presence IN ('present', 'excused', 'absent')), 
	CONSTRAINT fk_vote_presences_attendee_id FOREIGN KEY(attendee_id) REFERENCES attendees (id), 
	CONSTRAINT fk_vote_presences_round_id FOREIGN KEY(round_id) REFERENCES rounds (id), 
	CONSTRAINT pk_vote_presences PRIMARY KEY (id), 
	CONSTRAINT uq_vote_presences_round_id_attendee_id UNIQUE (round_id, attendee_id)
)
 STRICT


;
CREATE TABLE voters (
	id INTEGER NOT NULL, 
	hamlet_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	without_capacity INTEGER DEFAULT 0 NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	end_reason TEXT, 
	CONSTRAINT ck_voters_endreason CHECK (end_reason IN ('died', 'moved', 'away')), 
	CONSTRAINT ck_voters_period CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_voters_hamlet_id FOREIGN KEY(hamlet_id) REFERENCES units (id), 
	CONSTRAINT fk_voters_person_id FOREIGN KEY(person_id) REFERENCES people (id), 
	CONSTRAINT pk_voters PRIMARY KEY (id)
)
 STRICT


;
CREATE TABLE wave_elections (
	id INTEGER NOT NULL, 
	wave_id INTEGER NOT NULL, 
	election_id INTEGER NOT NULL, 
	CONSTRAINT fk_wave_elections_election_id FOREIGN KEY(election_id) REFERENCES elections (id), 
	CONSTRAINT fk_wave_elections_wave_id FOREIGN KEY(wave_id) REFERENCES waves (id), 
	CONSTRAINT pk_wave_elections PRIMARY KEY (id), 
	CONSTRAINT uq_wave_elections_election_id UNIQUE (election_id)
)
 STRICT


;
CREATE TABLE waves (
	id INTEGER NOT NULL, 
	campaign_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	day TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	finish_by TEXT, 
	lessons TEXT, 
	CONSTRAINT ck_waves_finish_by CHECK (finish_by >= day), 
	CONSTRAINT ck_waves_position CHECK (position >= 1), 
	CONSTRAINT ck_waves_wavekind CHECK (kind IN ('pilot', 'main')), 
	CONSTRAINT fk_waves_campaign_id FOREIGN KEY(campaign_id) REFERENCES campaigns (id), 
	CONSTRAINT pk_waves PRIMARY KEY (id), 
	CONSTRAINT uq_waves_campaign_id_position UNIQUE (campaign_id, position)
)
 STRICT


;
CREATE TABLE working_groups (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	task TEXT, 
	paper_number TEXT, 
	paper_on TEXT, 
	CONSTRAINT ck_working_groups_groupkind CHECK (kind IN ('subcommittee', 'working_group', 'helpers')), 
	CONSTRAINT ck_working_groups_year CHECK (year BETWEEN 1930 AND 2999), 
	CONSTRAINT pk_working_groups PRIMARY KEY (id), 
	CONSTRAINT uq_working_groups_year_name UNIQUE (year, name)
)
 STRICT


;
CREATE VIRTUAL TABLE people_search USING fts5(folded, content='people', content_rowid='id', prefix='1 2 3 4 5 6')
;
CREATE INDEX ix_assignments_organisation_id ON assignments (organisation_id)
;
CREATE INDEX ix_assignments_person_id ON assignments (person_id)
;
CREATE INDEX ix_assignments_unit_id ON assignments (unit_id)
;
CREATE INDEX ix_attachments_count_id ON attachments (count_id)
;
CREATE INDEX ix_attachments_sha256 ON attachments (sha256)
;
CREATE INDEX ix_attendees_member_id ON attendees (member_id)
;
CREATE INDEX ix_audit_seals_record ON audit_seals (record_table, record_key, sequence)
;
CREATE INDEX ix_book_entries_branch_id ON book_entries (branch_id)
;
CREATE INDEX ix_book_entries_member_id ON book_entries (member_id)
;
CREATE INDEX ix_branch_hamlets_hamlet_id ON branch_hamlets (hamlet_id)
;
CREATE INDEX ix_candidacies_candidate_id ON candidacies (candidate_id)
;
CREATE INDEX ix_candidates_person_id ON candidates (person_id)
;
CREATE INDEX ix_chain_exceptions_chain_id ON chain_exceptions (chain_id)
;
CREATE INDEX ix_chain_exceptions_unit_id ON chain_exceptions (unit_id)
;
CREATE INDEX ix_chain_overrides_chain_id ON chain_overrides (chain_id)
;
CREATE INDEX ix_chain_overrides_unit_id ON chain_overrides (unit_id)
;
CREATE INDEX ix_chain_plan_steps_chain_id ON chain_plan_steps (chain_id)
;
CREATE INDEX ix_chain_plan_steps_unit_id ON chain_plan_steps (unit_id)
;
CREATE INDEX ix_cluster_households_cluster_id ON cluster_households (cluster_id)
;
CREATE INDEX ix_cluster_households_household_id ON cluster_households (household_id)
;
CREATE INDEX ix_complaints_congress_id ON complaints (congress_id)
;
CREATE INDEX ix_congress_works_branch_id ON congress_works (branch_id)
;
CREATE INDEX ix_congress_works_unit_id ON congress_works (unit_id)
;
CREATE INDEX ix_congresses_branch_id ON congresses (branch_id)
;
CREATE INDEX ix_contests_election_id ON contests (election_id)
;
CREATE INDEX ix_counts_sha256 ON counts (sha256)
;
CREATE INDEX ix_decided_counts_decision_id ON decided_counts (decision_id)
;
CREATE INDEX ix_decided_people_candidate_id ON decided_people (candidate_id)
;
CREATE INDEX ix_dismissals_unit_id ON dismissals (unit_id)
;
CREATE INDEX ix_election_changes_election_id ON election_changes (election_id)
;
CREATE INDEX ix_elections_held_on ON elections (held_on)
;
CREATE INDEX ix_elections_unit_id ON elections (unit_id)
;
CREATE INDEX ix_explanations_round_id ON explanations (round_id)
;
CREATE INDEX ix_group_members_person_id ON group_members (person_id)
;
CREATE INDEX ix_group_units_branch_id ON group_units (branch_id)
;
CREATE INDEX ix_group_units_unit_id ON group_units (unit_id)
;
CREATE INDEX ix_hand_votes_congress_id ON hand_votes (congress_id)
;
CREATE INDEX ix_hand_votes_contest_id ON hand_votes (contest_id)
;
CREATE INDEX ix_hand_votes_round_id ON hand_votes (round_id)
;
CREATE INDEX ix_head_links_batch_id ON head_links (batch_id)
;
CREATE INDEX ix_head_links_member_id ON head_links (member_id)
;
CREATE INDEX ix_head_links_unit_id ON head_links (unit_id)
;
CREATE INDEX ix_head_members_member_id ON head_members (member_id)
;
CREATE INDEX ix_head_members_unit_id ON head_members (unit_id)
;
CREATE INDEX ix_home_contacts_branch_id ON home_contacts (branch_id)
;
CREATE INDEX ix_home_contacts_person_id ON home_contacts (person_id)
;
CREATE INDEX ix_household_members_person_id ON household_members (person_id)
;
CREATE INDEX ix_households_ends_on_hamlet_id ON households (ends_on, hamlet_id)
;
CREATE INDEX ix_households_hamlet_id ON households (hamlet_id)
;
CREATE INDEX ix_households_head_id ON households (head_id)
;
CREATE INDEX ix_members_card ON members (card)
;
CREATE INDEX ix_memberships_branch_id ON memberships (branch_id)
;
CREATE INDEX ix_memberships_member_id ON memberships (member_id)
;
CREATE INDEX ix_organisation_events_organisation_id ON organisation_events (organisation_id)
;
CREATE INDEX ix_organisations_parent_id ON organisations (parent_id)
;
CREATE INDEX ix_packages_set_aside_fork_id ON packages_set_aside (fork_id)
;
CREATE INDEX ix_papers_election_id ON papers (election_id)
;
CREATE INDEX ix_papers_round_id ON papers (round_id)
;
CREATE INDEX ix_papers_sha256 ON papers (sha256)
;
CREATE INDEX ix_peer_cards_unit_code ON peer_cards (unit_code)
;
CREATE INDEX ix_people_folded_birth ON people (folded, birth)
;
CREATE INDEX ix_people_sort_key ON people (sort_key)
;
CREATE INDEX ix_plan_steps_congress_id ON plan_steps (congress_id)
;
CREATE INDEX ix_posts_organisation_id ON posts (organisation_id)
;
CREATE INDEX ix_posts_person_id ON posts (person_id)
;
CREATE INDEX ix_posts_unit_id ON posts (unit_id)
;
CREATE INDEX ix_prints_round_id ON prints (round_id)
;
CREATE INDEX ix_proposals_branch_id ON proposals (branch_id)
;
CREATE INDEX ix_proposals_congress_id ON proposals (congress_id)
;
CREATE INDEX ix_proposals_member_id ON proposals (member_id)
;
CREATE INDEX ix_raised_issues_unit_id ON raised_issues (unit_id)
;
CREATE INDEX ix_receipts_in_sha256 ON receipts_in (sha256)
;
CREATE INDEX ix_receipts_out_package_id ON receipts_out (package_id)
;
CREATE INDEX ix_receipts_out_sha256 ON receipts_out (sha256)
;
CREATE INDEX ix_reconciliations_branch_id ON reconciliations (branch_id)
;
CREATE INDEX ix_replacement_proposals_dismissal_id ON replacement_proposals (dismissal_id)
;
CREATE INDEX ix_replacement_proposals_unit_id ON replacement_proposals (unit_id)
;
CREATE INDEX ix_representatives_person_id ON representatives (person_id)
;
CREATE INDEX ix_reserve_people_person_id ON reserve_people (person_id)
;
CREATE INDEX ix_reserve_people_unit_id ON reserve_people (unit_id)
;
CREATE INDEX ix_roll_entries_household_id ON roll_entries (household_id)
;
CREATE INDEX ix_roll_entries_person_id ON roll_entries (person_id)
;
CREATE INDEX ix_roll_entries_representing_id ON roll_entries (representing_id)
;
CREATE INDEX ix_roll_objections_election_id ON roll_objections (election_id)
;
CREATE INDEX ix_rounds_contest_id ON rounds (contest_id)
;
CREATE INDEX ix_rounds_state ON rounds (state)
;
CREATE INDEX ix_standings_member_id ON standings (member_id)
;
CREATE INDEX ix_taken_packages_issuer ON taken_packages (issuer)
;
CREATE INDEX ix_taken_packages_unit_code ON taken_packages (unit_code)
;
CREATE INDEX ix_taken_records_sha256 ON taken_records (sha256)
;
CREATE INDEX ix_terms_organisation_id ON terms (organisation_id)
;
CREATE INDEX ix_unit_approvals_branch_id ON unit_approvals (branch_id)
;
CREATE INDEX ix_unit_approvals_unit_id ON unit_approvals (unit_id)
;
CREATE INDEX ix_units_code ON units (code)
;
CREATE INDEX ix_units_parent_id ON units (parent_id)
;
CREATE INDEX ix_vote_presences_attendee_id ON vote_presences (attendee_id)
;
CREATE INDEX ix_voters_hamlet_id ON voters (hamlet_id)
;
CREATE INDEX ix_voters_person_id ON voters (person_id)
;
CREATE INDEX ix_wave_elections_wave_id ON wave_elections (wave_id)
;
CREATE UNIQUE INDEX uq_decisions_election_id_number ON decisions (election_id, number) WHERE result IS NOT NULL
;
CREATE UNIQUE INDEX uq_elections_unit_id_held_on ON elections (unit_id, held_on) WHERE contest_kind = 'hamlet_head'
;
CREATE UNIQUE INDEX uq_units_code_undated ON units (code) WHERE starts_on IS NULL
;
CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER attachments_no_replace BEFORE INSERT ON attachments WHEN EXISTS (SELECT 1 FROM attachments WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER attendees_reported_delete BEFORE DELETE ON attendees WHEN (SELECT reported_at FROM congresses WHERE id = OLD.congress_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the roll of the congress was reported'); END
;
CREATE TRIGGER attendees_reported_insert BEFORE INSERT ON attendees WHEN (SELECT reported_at FROM congresses WHERE id = NEW.congress_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the roll of the congress was reported'); END
;
CREATE TRIGGER attendees_reported_update BEFORE UPDATE OF id, congress_id, member_id, number, name, official, standing, paper ON attendees WHEN (SELECT reported_at FROM congresses WHERE id = OLD.congress_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the roll of the congress was reported'); END
;
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries WHEN EXISTS (SELECT 1 FROM audit_entries WHERE sequence = NEW.sequence) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER audit_seals_no_delete BEFORE DELETE ON audit_seals WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER audit_seals_no_replace BEFORE INSERT ON audit_seals WHEN EXISTS (SELECT 1 FROM audit_seals WHERE sequence = NEW.sequence AND record_table = NEW.record_table AND record_key = NEW.record_key) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER audit_seals_no_update BEFORE UPDATE ON audit_seals WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER chain_overrides_no_delete BEFORE DELETE ON chain_overrides WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER chain_overrides_no_replace BEFORE INSERT ON chain_overrides WHEN EXISTS (SELECT 1 FROM chain_overrides WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER chain_overrides_no_update BEFORE UPDATE ON chain_overrides WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER counts_no_delete BEFORE DELETE ON counts WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER counts_no_replace BEFORE INSERT ON counts WHEN EXISTS (SELECT 1 FROM counts WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER counts_no_update BEFORE UPDATE ON counts WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER outcomes_no_delete BEFORE DELETE ON outcomes WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER outcomes_no_replace BEFORE INSERT ON outcomes WHEN EXISTS (SELECT 1 FROM outcomes WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER outcomes_no_update BEFORE UPDATE ON outcomes WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER packages_set_aside_no_delete BEFORE DELETE ON packages_set_aside WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER packages_set_aside_no_replace BEFORE INSERT ON packages_set_aside WHEN EXISTS (SELECT 1 FROM packages_set_aside WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER packages_set_aside_no_update BEFORE UPDATE ON packages_set_aside WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER papers_no_delete BEFORE DELETE ON papers WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER papers_no_replace BEFORE INSERT ON papers WHEN EXISTS (SELECT 1 FROM papers WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER papers_no_update BEFORE UPDATE ON papers WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER people_search_delete AFTER DELETE ON people BEGIN INSERT INTO people_search(people_search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); END
;
CREATE TRIGGER people_search_insert AFTER INSERT ON people BEGIN INSERT INTO people_search(rowid, folded) VALUES (NEW.id, NEW.folded); END
;
CREATE TRIGGER people_search_update AFTER UPDATE OF folded ON people BEGIN INSERT INTO people_search(people_search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded); INSERT INTO people_search(rowid, folded) VALUES (NEW.id, NEW.folded); END
;
CREATE TRIGGER receipts_in_no_delete BEFORE DELETE ON receipts_in WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER receipts_in_no_replace BEFORE INSERT ON receipts_in WHEN EXISTS (SELECT 1 FROM receipts_in WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER receipts_in_no_update BEFORE UPDATE ON receipts_in WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER receipts_out_no_delete BEFORE DELETE ON receipts_out WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER receipts_out_no_replace BEFORE INSERT ON receipts_out WHEN EXISTS (SELECT 1 FROM receipts_out WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER receipts_out_no_update BEFORE UPDATE ON receipts_out WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER roll_entries_frozen_delete BEFORE DELETE ON roll_entries WHEN (SELECT frozen_at FROM rolls WHERE id = OLD.roll_id) IS NOT NULL AND (OLD.supplement = 0 OR EXISTS (SELECT 1 FROM roll_entries WHERE roll_id = OLD.roll_id AND number > OLD.number) OR NOT EXISTS (SELECT 1 FROM rounds JOIN rolls ON rolls.election_id = rounds.election_id WHERE rolls.id = OLD.roll_id AND rounds.number = 1 AND rounds.state = 'printed')) BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END
;
CREATE TRIGGER roll_entries_frozen_insert BEFORE INSERT ON roll_entries WHEN NEW.supplement = 0 AND (SELECT frozen_at FROM rolls WHERE id = NEW.roll_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END
;
CREATE TRIGGER roll_entries_frozen_update BEFORE UPDATE OF id, roll_id, number, household_id, person_id, representative, representing_id, authority, supplement, added_at, reason ON roll_entries WHEN (SELECT frozen_at FROM rolls WHERE id = OLD.roll_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END
;
CREATE TRIGGER rolls_frozen_delete BEFORE DELETE ON rolls WHEN OLD.frozen_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END
;
CREATE TRIGGER rolls_frozen_update BEFORE UPDATE ON rolls WHEN OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS NOT OLD.frozen_at OR NEW.frozen_lines IS NOT OLD.frozen_lines OR NEW.election_id <> OLD.election_id OR NEW.electorate_kind <> OLD.electorate_kind) BEGIN SELECT RAISE(ABORT, 'the roll is frozen'); END
;
CREATE TRIGGER sealed_packages_no_delete BEFORE DELETE ON sealed_packages WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER sealed_packages_no_replace BEFORE INSERT ON sealed_packages WHEN EXISTS (SELECT 1 FROM sealed_packages WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER sealed_packages_no_update BEFORE UPDATE ON sealed_packages WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER settled_forks_no_delete BEFORE DELETE ON settled_forks WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER settled_forks_no_replace BEFORE INSERT ON settled_forks WHEN EXISTS (SELECT 1 FROM settled_forks WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER settled_forks_no_update BEFORE UPDATE ON settled_forks WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER taken_records_no_delete BEFORE DELETE ON taken_records WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER taken_records_no_replace BEFORE INSERT ON taken_records WHEN EXISTS (SELECT 1 FROM taken_records WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER taken_records_no_update BEFORE UPDATE ON taken_records WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER tally_keys_locked_insert BEFORE INSERT ON tally_keys WHEN (SELECT locked_at FROM tally_logs WHERE id = NEW.log_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the count is locked'); END
;
CREATE TRIGGER tally_keys_no_delete BEFORE DELETE ON tally_keys WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER tally_keys_no_replace BEFORE INSERT ON tally_keys WHEN EXISTS (SELECT 1 FROM tally_keys WHERE id = NEW.id OR (log_id = NEW.log_id AND position = NEW.position)) BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER tally_keys_no_update BEFORE UPDATE ON tally_keys WHEN 1 BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END
;
CREATE TRIGGER tally_logs_locked_delete BEFORE DELETE ON tally_logs WHEN OLD.locked_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the count is locked'); END
;
CREATE TRIGGER tally_logs_locked_update BEFORE UPDATE ON tally_logs WHEN OLD.locked_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the count is locked'); END
;
CREATE TRIGGER vote_presences_counted_delete BEFORE DELETE ON vote_presences WHEN (SELECT state FROM rounds WHERE id = OLD.round_id) IN ('finalised', 'recognised', 'to_hold_again') BEGIN SELECT RAISE(ABORT, 'the vote is counted'); END
;
CREATE TRIGGER vote_presences_counted_insert BEFORE INSERT ON vote_presences WHEN (SELECT state FROM rounds WHERE id = NEW.round_id) IN ('finalised', 'recognised', 'to_hold_again') BEGIN SELECT RAISE(ABORT, 'the vote is counted'); END
;
CREATE TRIGGER vote_presences_counted_update BEFORE UPDATE ON vote_presences WHEN (SELECT state FROM rounds WHERE id = OLD.round_id) IN ('finalised', 'recognised', 'to_hold_again') BEGIN SELECT RAISE(ABORT, 'the vote is counted'); END
;
INSERT INTO alembic_version (version_num) VALUES ('0054')
;

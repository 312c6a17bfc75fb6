CREATE TABLE "used_trials" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"subscription" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "used_trials_kind_value_pk" PRIMARY KEY("kind","value")
);
--> statement-breakpoint
ALTER TABLE "subscription_slots" ADD COLUMN "terms" text;
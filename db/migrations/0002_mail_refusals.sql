CREATE TABLE "mail_refusals" (
	"user_id" uuid NOT NULL,
	"reminder" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_refusals_user_id_reminder_pk" PRIMARY KEY("user_id","reminder")
);
--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "mail_refusals" ADD CONSTRAINT "mail_refusals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
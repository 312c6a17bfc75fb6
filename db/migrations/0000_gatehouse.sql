CREATE SCHEMA "stripe";
--> statement-breakpoint
CREATE TYPE "stripe"."event_status" AS ENUM('received', 'processed', 'failed');--> statement-breakpoint
CREATE TABLE "billing_customers" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"stripe_customer_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_customers_stripe_customer_id_unique" UNIQUE("stripe_customer_id")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"feature" text NOT NULL,
	"ends_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscription_slots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"price_id" text NOT NULL,
	"stripe_subscription_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "subscription_slots_stripe_subscription_id_unique" UNIQUE("stripe_subscription_id")
);
--> statement-breakpoint
CREATE TABLE "auth_attempts" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_id" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "stripe"."mirrored_account" (
	"id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stripe"."coupons" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text GENERATED ALWAYS AS (data ->> 'name') STORED,
	"valid" boolean GENERATED ALWAYS AS ((data ->> 'valid')::boolean) STORED,
	"duration" text GENERATED ALWAYS AS (data ->> 'duration') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."meters" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"event_name" text GENERATED ALWAYS AS (data ->> 'event_name') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."prices" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"product" text GENERATED ALWAYS AS (data ->> 'product') STORED,
	"active" boolean GENERATED ALWAYS AS ((data ->> 'active')::boolean) STORED,
	"lookup_key" text GENERATED ALWAYS AS (data ->> 'lookup_key') STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"unit_amount" bigint GENERATED ALWAYS AS ((data ->> 'unit_amount')::bigint) STORED,
	"type" text GENERATED ALWAYS AS (data ->> 'type') STORED,
	"interval" text GENERATED ALWAYS AS (data #>> '{recurring,interval}') STORED,
	"interval_count" bigint GENERATED ALWAYS AS ((data #>> '{recurring,interval_count}')::bigint) STORED,
	"usage_type" text GENERATED ALWAYS AS (data #>> '{recurring,usage_type}') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."products" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"name" text GENERATED ALWAYS AS (data ->> 'name') STORED,
	"active" boolean GENERATED ALWAYS AS ((data ->> 'active')::boolean) STORED,
	"default_price" text GENERATED ALWAYS AS (data ->> 'default_price') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."promotion_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text GENERATED ALWAYS AS (data ->> 'code') STORED,
	"coupon" text GENERATED ALWAYS AS (data #>> '{promotion,coupon}') STORED,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"active" boolean GENERATED ALWAYS AS ((data ->> 'active')::boolean) STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."tax_rates" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"display_name" text GENERATED ALWAYS AS (data ->> 'display_name') STORED,
	"active" boolean GENERATED ALWAYS AS ((data ->> 'active')::boolean) STORED,
	"inclusive" boolean GENERATED ALWAYS AS ((data ->> 'inclusive')::boolean) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."entitlement_summaries" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stripe"."features" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lookup_key" text GENERATED ALWAYS AS (data ->> 'lookup_key') STORED,
	"name" text GENERATED ALWAYS AS (data ->> 'name') STORED,
	"active" boolean GENERATED ALWAYS AS ((data ->> 'active')::boolean) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."product_feature_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stripe"."events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"api_version" text,
	"livemode" boolean NOT NULL,
	"account" text,
	"endpoint" text,
	"object_id" text,
	"payload" jsonb NOT NULL,
	"status" "stripe"."event_status" NOT NULL,
	"deliveries" integer DEFAULT 1 NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"last_error" text,
	"duration_ms" double precision,
	"created" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp with time zone,
	"processed_in" bigint,
	"next_attempt_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stripe"."credit_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"invoice" text GENERATED ALWAYS AS (data ->> 'invoice') STORED,
	"total" bigint GENERATED ALWAYS AS ((data ->> 'total')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."invoice_items" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"invoice" text GENERATED ALWAYS AS (data ->> 'invoice') STORED,
	"amount" bigint GENERATED ALWAYS AS ((data ->> 'amount')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."invoice_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invoice" text GENERATED ALWAYS AS (data ->> 'invoice') STORED,
	"payment_intent" text GENERATED ALWAYS AS (data #>> '{payment,payment_intent}') STORED,
	"amount_paid" bigint GENERATED ALWAYS AS ((data ->> 'amount_paid')::bigint) STORED,
	"amount_requested" bigint GENERATED ALWAYS AS ((data ->> 'amount_requested')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."invoices" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"subscription" text GENERATED ALWAYS AS (data #>> '{parent,subscription_details,subscription}') STORED,
	"number" text GENERATED ALWAYS AS (data ->> 'number') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"billing_reason" text GENERATED ALWAYS AS (data ->> 'billing_reason') STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"total" bigint GENERATED ALWAYS AS ((data ->> 'total')::bigint) STORED,
	"amount_due" bigint GENERATED ALWAYS AS ((data ->> 'amount_due')::bigint) STORED,
	"amount_paid" bigint GENERATED ALWAYS AS ((data ->> 'amount_paid')::bigint) STORED,
	"hosted_invoice_url" text GENERATED ALWAYS AS (data ->> 'hosted_invoice_url') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."balance_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"source" text GENERATED ALWAYS AS (data ->> 'source') STORED,
	"amount" bigint GENERATED ALWAYS AS ((data ->> 'amount')::bigint) STORED,
	"fee" bigint GENERATED ALWAYS AS ((data ->> 'fee')::bigint) STORED,
	"net" bigint GENERATED ALWAYS AS ((data ->> 'net')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"type" text GENERATED ALWAYS AS (data ->> 'type') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."charges" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"payment_intent" text GENERATED ALWAYS AS (data ->> 'payment_intent') STORED,
	"amount" bigint GENERATED ALWAYS AS ((data ->> 'amount')::bigint) STORED,
	"amount_refunded" bigint GENERATED ALWAYS AS ((data ->> 'amount_refunded')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"refunded" boolean GENERATED ALWAYS AS ((data ->> 'refunded')::boolean) STORED,
	"disputed" boolean GENERATED ALWAYS AS ((data ->> 'disputed')::boolean) STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."checkout_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"mode" text GENERATED ALWAYS AS (data ->> 'mode') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"payment_status" text GENERATED ALWAYS AS (data ->> 'payment_status') STORED,
	"subscription" text GENERATED ALWAYS AS (data ->> 'subscription') STORED,
	"payment_intent" text GENERATED ALWAYS AS (data ->> 'payment_intent') STORED,
	"client_reference_id" text GENERATED ALWAYS AS (data ->> 'client_reference_id') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"charge" text GENERATED ALWAYS AS (data ->> 'charge') STORED,
	"payment_intent" text GENERATED ALWAYS AS (data ->> 'payment_intent') STORED,
	"amount" bigint GENERATED ALWAYS AS ((data ->> 'amount')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"reason" text GENERATED ALWAYS AS (data ->> 'reason') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."payment_intents" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"amount" bigint GENERATED ALWAYS AS ((data ->> 'amount')::bigint) STORED,
	"amount_received" bigint GENERATED ALWAYS AS ((data ->> 'amount_received')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"payment_method" text GENERATED ALWAYS AS (data ->> 'payment_method') STORED,
	"latest_charge" text GENERATED ALWAYS AS (data ->> 'latest_charge') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"charge" text GENERATED ALWAYS AS (data ->> 'charge') STORED,
	"payment_intent" text GENERATED ALWAYS AS (data ->> 'payment_intent') STORED,
	"amount" bigint GENERATED ALWAYS AS ((data ->> 'amount')::bigint) STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."setup_intents" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"payment_method" text GENERATED ALWAYS AS (data ->> 'payment_method') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."customers" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"email" text GENERATED ALWAYS AS (data ->> 'email') STORED,
	"name" text GENERATED ALWAYS AS (data ->> 'name') STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"balance" bigint GENERATED ALWAYS AS ((data ->> 'balance')::bigint) STORED,
	"delinquent" boolean GENERATED ALWAYS AS ((data ->> 'delinquent')::boolean) STORED,
	"default_payment_method" text GENERATED ALWAYS AS (data #>> '{invoice_settings,default_payment_method}') STORED,
	"test_clock" text GENERATED ALWAYS AS (data ->> 'test_clock') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."payment_methods" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"type" text GENERATED ALWAYS AS (data ->> 'type') STORED,
	"card_brand" text GENERATED ALWAYS AS (data #>> '{card,brand}') STORED,
	"card_last4" text GENERATED ALWAYS AS (data #>> '{card,last4}') STORED,
	"card_fingerprint" text GENERATED ALWAYS AS (data #>> '{card,fingerprint}') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."tax_ids" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"type" text GENERATED ALWAYS AS (data ->> 'type') STORED,
	"value" text GENERATED ALWAYS AS (data ->> 'value') STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."progress" (
	"type" text PRIMARY KEY NOT NULL,
	"complete_until" timestamp with time zone,
	"began" timestamp with time zone,
	"since" timestamp with time zone,
	"position" jsonb,
	"rows" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stripe"."subscription_schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"subscription" text GENERATED ALWAYS AS (data ->> 'subscription') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."subscriptions" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"as_of_from" timestamp with time zone NOT NULL,
	"as_of_to" timestamp with time zone NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"customer" text GENERATED ALWAYS AS (data ->> 'customer') STORED,
	"status" text GENERATED ALWAYS AS (data ->> 'status') STORED,
	"currency" text GENERATED ALWAYS AS (data ->> 'currency') STORED,
	"cancel_at_period_end" boolean GENERATED ALWAYS AS ((data ->> 'cancel_at_period_end')::boolean) STORED,
	"cancel_at" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'cancel_at')::double precision)) STORED,
	"canceled_at" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'canceled_at')::double precision)) STORED,
	"ended_at" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'ended_at')::double precision)) STORED,
	"trial_end" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'trial_end')::double precision)) STORED,
	"latest_invoice" text GENERATED ALWAYS AS (data ->> 'latest_invoice') STORED,
	"default_payment_method" text GENERATED ALWAYS AS (data ->> 'default_payment_method') STORED,
	"test_clock" text GENERATED ALWAYS AS (data ->> 'test_clock') STORED,
	"created" timestamp with time zone GENERATED ALWAYS AS (to_timestamp((data ->> 'created')::double precision)) STORED
);
--> statement-breakpoint
CREATE TABLE "stripe"."webhook_endpoints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"stripe_id" text NOT NULL,
	"livemode" boolean NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "webhook_endpoints_stripeId_unique" UNIQUE("stripe_id")
);
--> statement-breakpoint
ALTER TABLE "billing_customers" ADD CONSTRAINT "billing_customers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_slots" ADD CONSTRAINT "subscription_slots_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_user" ON "grants" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_slots_one_live_per_user" ON "subscription_slots" USING btree ("user_id") WHERE "subscription_slots"."released_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "job_keys_created" ON "job_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "prices_product_index" ON "stripe"."prices" USING btree ("product");--> statement-breakpoint
CREATE INDEX "prices_lookup_key_index" ON "stripe"."prices" USING btree ("lookup_key");--> statement-breakpoint
CREATE INDEX "promotion_codes_code_index" ON "stripe"."promotion_codes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "features_lookup_key_index" ON "stripe"."features" USING btree ("lookup_key");--> statement-breakpoint
CREATE INDEX "events_received_at_index" ON "stripe"."events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "events_object_id_index" ON "stripe"."events" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "events_unfinished_index" ON "stripe"."events" USING btree ("next_attempt_at") WHERE status <> 'processed';--> statement-breakpoint
CREATE INDEX "credit_notes_customer_index" ON "stripe"."credit_notes" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "credit_notes_invoice_index" ON "stripe"."credit_notes" USING btree ("invoice");--> statement-breakpoint
CREATE INDEX "invoice_items_customer_index" ON "stripe"."invoice_items" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "invoice_items_invoice_index" ON "stripe"."invoice_items" USING btree ("invoice");--> statement-breakpoint
CREATE INDEX "invoice_payments_invoice_index" ON "stripe"."invoice_payments" USING btree ("invoice");--> statement-breakpoint
CREATE INDEX "invoice_payments_payment_intent_index" ON "stripe"."invoice_payments" USING btree ("payment_intent");--> statement-breakpoint
CREATE INDEX "invoices_customer_index" ON "stripe"."invoices" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "invoices_subscription_index" ON "stripe"."invoices" USING btree ("subscription");--> statement-breakpoint
CREATE INDEX "balance_transactions_source_index" ON "stripe"."balance_transactions" USING btree ("source");--> statement-breakpoint
CREATE INDEX "charges_customer_index" ON "stripe"."charges" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "charges_payment_intent_index" ON "stripe"."charges" USING btree ("payment_intent");--> statement-breakpoint
CREATE INDEX "checkout_sessions_customer_index" ON "stripe"."checkout_sessions" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "disputes_charge_index" ON "stripe"."disputes" USING btree ("charge");--> statement-breakpoint
CREATE INDEX "disputes_payment_intent_index" ON "stripe"."disputes" USING btree ("payment_intent");--> statement-breakpoint
CREATE INDEX "payment_intents_customer_index" ON "stripe"."payment_intents" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "refunds_charge_index" ON "stripe"."refunds" USING btree ("charge");--> statement-breakpoint
CREATE INDEX "refunds_payment_intent_index" ON "stripe"."refunds" USING btree ("payment_intent");--> statement-breakpoint
CREATE INDEX "setup_intents_customer_index" ON "stripe"."setup_intents" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "customers_email_index" ON "stripe"."customers" USING btree ("email");--> statement-breakpoint
CREATE INDEX "payment_methods_customer_index" ON "stripe"."payment_methods" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "tax_ids_customer_index" ON "stripe"."tax_ids" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "subscription_schedules_customer_index" ON "stripe"."subscription_schedules" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "subscription_schedules_subscription_index" ON "stripe"."subscription_schedules" USING btree ("subscription");--> statement-breakpoint
CREATE INDEX "subscriptions_customer_index" ON "stripe"."subscriptions" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "subscriptions_status_index" ON "stripe"."subscriptions" USING btree ("status");--> statement-breakpoint
CREATE VIEW "public"."payments" AS (
  select p.id, b.user_id, p.customer, p.amount, coalesce(c.amount_refunded, 0) as amount_refunded, p.currency,
    case when c.refunded then 'refunded'
      when p.status = 'succeeded' then 'succeeded'
      when p.status = 'canceled' or jsonb_typeof(p.data -> 'last_payment_error') = 'object' then 'failed'
      else 'pending' end as status,
    p.created as created_at, greatest(p.as_of_from, c.as_of_from) as updated_at
  from stripe.payment_intents p
  join public.billing_customers b on b.stripe_customer_id = p.customer
  left join stripe.charges c on c.id = p.latest_charge);--> statement-breakpoint
CREATE VIEW "public"."user_subscriptions" AS (
  select s.id, b.user_id, s.customer,
    case when c.deleted_at is not null then 'canceled' else s.status end as status,
    i.item #>> '{price,id}' as price, i.item #>> '{price,product}' as product,
    to_timestamp((i.item ->> 'current_period_start')::double precision) as current_period_start,
    to_timestamp((i.item ->> 'current_period_end')::double precision) as current_period_end,
    s.cancel_at_period_end, s.created as created_at
  from stripe.subscriptions s
  join public.billing_customers b on b.stripe_customer_id = s.customer
  left join stripe.customers c on c.id = s.customer
  left join lateral (select s.data #> '{items,data,0}' as item) i on true
  where s.deleted_at is null);--> statement-breakpoint
CREATE VIEW "stripe"."discounts" AS (
    select d ->> 'id' as id, 'customer' as owner_type, c.id as owner, c.id as customer,
      d #>> '{source,coupon}' as coupon, d ->> 'promotion_code' as promotion_code,
      to_timestamp((d ->> 'start')::double precision) as starts_at,
      to_timestamp((d ->> 'end')::double precision) as ends_at
    from stripe.customers c cross join lateral (select c.data -> 'discount' as d) found
    where c.deleted_at is null and jsonb_typeof(d) = 'object'
    union all
    select d, owner_type, owner, customer, null, null, null, null
    from (
      select 'subscription' as owner_type, id as owner, customer, data, deleted_at from stripe.subscriptions
      union all select 'invoice', id, customer, data, deleted_at from stripe.invoices
      union all select 'invoiceitem', id, customer, data, deleted_at from stripe.invoice_items
    ) o cross join lateral jsonb_array_elements_text(o.data -> 'discounts') d
    where o.deleted_at is null and jsonb_typeof(o.data -> 'discounts') = 'array');--> statement-breakpoint
CREATE VIEW "stripe"."active_entitlements" AS (
    select e ->> 'id' as id, s.id as customer, e ->> 'feature' as feature, e ->> 'lookup_key' as lookup_key
    from stripe.entitlement_summaries s
    cross join lateral jsonb_array_elements(s.data #> '{entitlements,data}') e
    where s.deleted_at is null);--> statement-breakpoint
CREATE VIEW "stripe"."product_features" AS (
    select f ->> 'id' as id, l.id as product, f #>> '{entitlement_feature,id}' as feature,
      f #>> '{entitlement_feature,lookup_key}' as lookup_key,
      (f #>> '{entitlement_feature,active}')::boolean as feature_active
    from stripe.product_feature_lists l cross join lateral jsonb_array_elements(l.data #> '{features}') f
    where l.deleted_at is null);--> statement-breakpoint
CREATE VIEW "stripe"."invoice_lines" AS (
    select l ->> 'id' as id, i.id as invoice, i.customer, l ->> 'description' as description,
      (l ->> 'amount')::bigint as amount, l ->> 'currency' as currency, (l ->> 'quantity')::bigint as quantity,
      l #>> '{pricing,price_details,price}' as price, l #>> '{pricing,price_details,product}' as product,
      to_timestamp((l #>> '{period,start}')::double precision) as period_start,
      to_timestamp((l #>> '{period,end}')::double precision) as period_end
    from stripe.invoices i cross join lateral jsonb_array_elements(i.data #> '{lines,data}') l
    where i.deleted_at is null);--> statement-breakpoint
CREATE VIEW "stripe"."subscription_items" AS (
    select i ->> 'id' as id, s.id as subscription, s.customer, i #>> '{price,id}' as price,
      i #>> '{price,product}' as product, (i ->> 'quantity')::bigint as quantity,
      to_timestamp((i ->> 'current_period_start')::double precision) as current_period_start,
      to_timestamp((i ->> 'current_period_end')::double precision) as current_period_end
    from stripe.subscriptions s cross join lateral jsonb_array_elements(s.data #> '{items,data}') i
    where s.deleted_at is null);